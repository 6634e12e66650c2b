// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "tags/concept_record.h"

namespace ficsearch::tags {

// A record as one run of bytes, which is read back without TOML and without the normalizer: the
// form in which the shipped dictionary is built in. Only the program that wrote it reads it, so it
// has no version. read_digest(digest_of(r)) is r.
std::string digest_of(const ConceptRecord& record);

// Throws Error(`bad_dictionary`) if `digest` is not what digest_of writes.
ConceptRecord read_digest(std::string_view digest);

}  // namespace ficsearch::tags
