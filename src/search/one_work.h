// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/mention.h"
#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "query/plan.h"
#include "search/deadline.h"
#include "search/plain_query.h"
#include "search/tag_selection.h"
#include "store/reader.h"
#include "store/slots.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// One work of an index, asked what parts of a plan it meets and by what. Its answers are those of a
// search: tags are selected by the same TagSelector, texts and values compared by Xapian.
//
// Threads: one, as its reader. All that it is given must outlive it. Throws what a search throws.
class OneWork {
 public:
  OneWork(store::DocumentId id, const SearchRequest& request, const store::Reader& reader,
          const tags::MentionFinder& mentions, text::Tokenizer& tokenizer,
          const Deadline& deadline);

  const Work& work() const noexcept { return work_; }

  // Whether the work meets a node, looked at as an inclusion or an exclusion does.
  bool meets(const query::PlanNode& node, Side side);
  // The work's tags by which it meets the tags below a node, in the order of their numbers.
  std::vector<store::TagId> tags_meeting(const query::PlanNode& node, Side side) const;
  // What title, other titles and summary say by which it meets the mentions below a node.
  std::vector<Evidence> mentions_meeting(const query::PlanNode& node) const;

 private:
  std::vector<store::TagId> borne_among(const std::vector<store::TagId>& selected, Side side) const;
  bool matches(const Xapian::Query& query) const;

  store::DocumentId id_;
  const SearchRequest& request_;
  const store::Reader& reader_;
  const tags::MentionFinder& mentions_;
  const Deadline& deadline_;
  TagSelector selector_;
  PlainQuery query_;
  Work work_;
  std::vector<store::PlacedTag> placed_;
};

}  // namespace ficsearch::search
