// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/snapshot_search.h"
#include "store/reader.h"
#include "tags/dictionary.h"

namespace ficsearch::search {

// What works bear: a concept of the dictionary, or a spelling that only the archive knows.
struct BorneTag {
  Facet facet = Facet::freeform;
  std::string concept_id;  // of the dictionary, or "facet:folded key"
  std::string label;
  std::optional<tags::ConceptRef> ref;  // if it is a concept of the dictionary
  std::string fold;                     // of a spelling
  std::vector<std::string> sounds;      // of a spelling: its reading keys
  std::uint64_t works = 0;              // of those that match; never 0
};

// Everything that the works which match `plan` bear, counted as facets are: where the request says,
// spoiler tags only if it asks for them. What only excluded works bear is not among it. In no
// particular order. Reads from the index what each of those works bears: for a process that asks
// once. Throws Error: `timeout`, `snapshot_expired`, `query_limit`, `index_corrupt`, `io`.
std::vector<BorneTag> borne_tags(const query::Plan& plan, const SearchRequest& request,
                                 const SearchSources& sources);

// Everything that any work bears, spoilers too.
std::vector<BorneTag> all_tags(const store::Reader& reader, const tags::Dictionary& dictionary);

}  // namespace ficsearch::search
