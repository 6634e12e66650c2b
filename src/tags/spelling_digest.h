// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "tags/spelling_keys.h"

namespace ficsearch::tags {

// The keys of a spelling as bytes (tags/digest_bytes.h), so that those of the shipped dictionary
// can be built in. read_spelling_digest(digest_of(k)) is k.
std::string digest_of(const SpellingKeys& keys);

// Throws Error(`bad_dictionary`) if `digest` is not what digest_of writes.
SpellingKeys read_spelling_digest(std::string_view digest);

}  // namespace ficsearch::tags
