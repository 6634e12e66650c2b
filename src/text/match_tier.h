// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/mecab_tagger.h"
#include "text/mixed_script.h"

namespace ficsearch::text {

// Why a query and a tag are the same, strongest first.
enum class MatchTier : std::uint8_t { surface, folded, mixed, censored, stem, reading, lossy };

// The letter of the tier in docs/normalization.md: "S", "F", "M", "C", "E", "Y" or "L".
std::string_view to_string(MatchTier tier) noexcept;

// The strongest tier at which `query` reaches `tag`; nullopt if at none. A query with kanji is
// never matched by sound alone (威勢 is not 異性). `tag.reading` may be empty for a tag without
// kanji.
//
// Says nothing about other tags that the query may reach as well, nor whether the tag is one of the
// sensitive ones that a censored query may mean: both are for the caller to decide.
// Throws Error(`io`) if MeCab fails.
std::optional<MatchTier> strongest_match(MecabTagger& tagger, std::string_view query,
                                         const ReadSpelling& tag);

}  // namespace ficsearch::text
