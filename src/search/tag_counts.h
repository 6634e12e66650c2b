// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/plain_query.h"
#include "search/plain_search.h"
#include "search/tag_selection.h"
#include "store/reader.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// How the works that a plan leaves use a concept or spelling.
struct TagCounts {
  std::uint64_t works = 0;           // that bear it itself, under any spelling
  std::uint64_t works_excluded = 0;  // that excluding it removes: narrower concepts too, and tags
                                     // that inclusion must not see
  std::vector<std::string>
      as_written;  // its written forms, most used first, then in code point order
};

// Counts by a query a written form, for a page about one tag. Of one index or of shards. Threads:
// one. Throws Error: `timeout`, `snapshot_expired`, `index_corrupt`, `io`.
class TagCounter {
 public:
  // All that is given must outlive it.
  TagCounter(const query::Plan& plan, const SearchRequest& request, const PlainSources& sources);

  // Of a concept of the dictionary.
  TagCounts of_concept(tags::ConceptRef ref);
  // Of a spelling that the dictionary does not know, in one facet or (nullopt) any.
  TagCounts of_spelling(std::string_view fold_key, std::optional<Facet> facet);

 private:
  std::uint64_t works_bearing(const std::vector<store::TagId>& tags, Side side);
  std::vector<std::string> written_forms(const std::vector<store::TagId>& tags);

  const store::Reader& reader_;
  const Deadline& deadline_;
  const tags::Dictionary& dictionary_;
  TagSelector selector_;
  PlainQuery query_;
  Xapian::Query works_;  // that the plan leaves
};

}  // namespace ficsearch::search
