// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/deadline.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

struct PlainSources {
  const store::Reader& reader;
  const tags::MentionFinder& mentions;  // of the dictionary in force
  text::Tokenizer& tokenizer;
  Deadline deadline;
  std::atomic<std::uint64_t>* withheld =
      nullptr;  // if not null: counts what ExclusionGate keeps back
};

// Answers `plan` with nothing but Xapian's own matcher, from one index or from shards.
//
// Of shards, what cannot be answered exactly is refused: facets of which a work has more than one
// value, cursors, and sorting by several fields. Numbers of tags differ from shard to shard, so
// facets are counted by a query a value. Hits go to `sink` in order; the reply has everything
// else. Every filter of the plan is applied to hits, totals and facets alike. Throws Error:
// `bad_value` for what is refused; `snapshot_expired` if a writer overtook the reader; `timeout`;
// `query_limit`, `index_corrupt`, `io`.
Reply plain_search(const query::Plan& plan, const SearchRequest& request,
                   const PlainSources& sources, const std::function<void(Hit&&)>& sink);

}  // namespace ficsearch::search
