// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "tags/dictionary_tables.h"

namespace ficsearch::tags {

// The records of the shipped dictionary as digests (record_digest.h), and its version.
// dictionary_compiler writes the definitions when the program is built.
std::span<const std::string_view> builtin_records() noexcept;
std::string_view builtin_version() noexcept;

// The keys of its written forms and readings, sorted, as the normalizer of that version makes them.
std::span<const SpellingDigest> builtin_spelling_digests() noexcept;
std::string_view builtin_normalizer_version() noexcept;

}  // namespace ficsearch::tags
