// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/tags.h"
#include "store/reader.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// How an archive uses a concept or spelling.
struct TagCounts {
  std::uint64_t works = 0;           // that bear it itself, under any spelling
  std::uint64_t works_excluded = 0;  // that excluding it removes: narrower concepts too
  std::vector<std::string>
      as_written;  // its written forms, most used first, then in code point order
};

// Of a concept of the dictionary.
TagCounts count_concept(const store::Reader& reader, const tags::Dictionary& dictionary,
                        tags::ConceptRef ref);
// Of a spelling that the dictionary does not know, in one facet or (nullopt) any.
TagCounts count_spelling(const store::Reader& reader, std::string_view fold_key,
                         std::optional<Facet> facet);

// Every meaning that the archive's works bear, with the number of works; in no particular order.
std::vector<TagSummary> count_all(const store::Reader& reader, const tags::Dictionary& dictionary);

}  // namespace ficsearch::search
