// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/tags.h"
#include "search/borne_tags.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// What a person who keeps an archive's vocabulary should look at, of the tags that its works bear.
// Nothing is changed.
//
//   collision          one spelling is tagged in several facets, or in another than its concept's
//   compound_spelling  no concept has the spelling, but it names some beside something else
//                      ("NTR/netori", "NTR (main)"): excluding those leaves its works in
//   unmapped_spelling  no concept has the spelling
//   near_concept       no concept has it, and it is easily taken for b, a name of one
//
// Sorted by kind, then by number of works, then by name. Without options.all: of compounds the
// first kMostUnmapped, of other spellings only those of two works or more, and the first
// kMostUnmapped of them. Facets that hold names, such as authors, are left alone. Cost: as
// borne_tags, and a pass over the dictionary for each unmapped spelling.
inline constexpr std::size_t kMostUnmapped = 50;
std::vector<LintFinding> lint_archive(std::vector<BorneTag> tags,
                                      const tags::Dictionary& dictionary,
                                      const LintOptions& options);

}  // namespace ficsearch::search
