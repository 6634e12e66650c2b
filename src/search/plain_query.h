// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/deadline.h"
#include "search/mentioned_works.h"
#include "search/tag_selection.h"
#include "search/text_query.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// Turns a plan into one query of Xapian's own operators: AND_NOT of OR. Slow on large archives and
// obviously right, which is what it is for: everything faster is compared with it.
class PlainQuery {
 public:
  // All must outlive it. `postings` are those of TextSources.
  PlainQuery(const store::Reader& reader, const TagSelector& selector,
             const tags::MentionFinder& mentions, text::Tokenizer& tokenizer,
             const Deadline& deadline, const SearchRequest& request,
             snapshot::TextPostings* postings = nullptr)
      : reader_(reader),
        selector_(selector),
        tokenizer_(tokenizer),
        deadline_(deadline),
        mentioned_works_(reader, mentions, tokenizer, deadline),
        postings_(postings),
        spoilers_(request.spoilers),
        scope_(request.part_scope) {}

  // The works that match a node, leaving out what inclusion must not see.
  Xapian::Query including(const query::PlanNode& node);
  // The works that match a node at any spoiler level: what an exclusion takes away.
  Xapian::Query excluding(const query::PlanNode& node);

  // The works that bear one of these.
  Xapian::Query of_tags(const std::vector<store::TagId>& tags, Side side);

  // Everything that `plan` requires and includes, without what it excludes. The includes about
  // `left_out`, if given, and the exclude entry with the number `lifted`, if given, count as
  // absent.
  struct Leaving {
    std::optional<Facet> left_out = std::nullopt;
    std::optional<std::size_t> lifted = std::nullopt;
  };
  Xapian::Query whole(const query::Plan& plan, const Leaving& leaving);

  // What scores: any of the plan's ranking parts.
  Xapian::Query ranking(const query::Plan& plan);

 private:
  Xapian::Query lower(const query::PlanNode& node, Side side);
  TextSources text_sources() const { return {reader_, tokenizer_, postings_}; }
  Xapian::Query of_range(const query::ValueRange& range);
  Xapian::Query of_mentions(const query::Mentioned& mentioned);

  const store::Reader& reader_;
  const TagSelector& selector_;
  text::Tokenizer& tokenizer_;
  const Deadline& deadline_;
  MentionedWorks mentioned_works_;
  snapshot::TextPostings* postings_;
  Spoilers spoilers_;
  PartScope scope_;
  // A plan is lowered once a facet.
  std::map<std::vector<std::string>, Xapian::Query> mentioned_;
};

}  // namespace ficsearch::search
