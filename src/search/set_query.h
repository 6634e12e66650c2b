// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/deadline.h"
#include "search/explanation.h"
#include "search/mentioned_works.h"
#include "search/tag_selection.h"
#include "search/term_query.h"
#include "search/text_query.h"
#include "snapshot/doc_bits.h"
#include "snapshot/doc_set.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace Xapian {
class Query;
}

namespace ficsearch::search {

// Works out parts of a plan as sets of documents, for one request. What inclusion must not see,
// such as spoiler tags, is left out of a set on the include side; the exclude side sees everything.
//
// Tags come from the snapshot's posting lists, or, in a process that answers one search, from the
// index; only phrases need Xapian's matcher. PlainQuery is the plain twin: both give the same
// works. Threads: one. Throws what Xapian throws, and Error: `query_limit`, `index_corrupt`,
// `timeout`.
class SetQuery {
 public:
  // `mentions` is of the dictionary in force. All that is given must outlive this.
  struct Sources {
    const store::Reader& reader;
    snapshot::Snapshot& snapshot;
    const TagSelector& selector;
    const tags::MentionFinder& mentions;
    text::Tokenizer& tokenizer;
    const Deadline& deadline;
    Explanation* explanation = nullptr;  // null: nothing is put down
  };
  SetQuery(const Sources& sources, const SearchRequest& request)
      : sources_(sources),
        spoilers_(request.spoilers),
        scope_(request.part_scope),
        mentioned_works_(sources.reader, sources.mentions, sources.tokenizer, sources.deadline) {}

  const Deadline& deadline() const noexcept { return sources_.deadline; }

  // Puts the works that match a node into `into`.
  void add(snapshot::DocBits& into, const query::PlanNode& node, Side side);
  // The same as a set of its own.
  snapshot::DocBits set_of(const query::PlanNode& node, Side side);
  // The works that match every one of the nodes; every work, if there is none. What fewest works
  // can match is looked up first, and nothing more once no work is left.
  snapshot::DocBits set_of_all(const std::vector<const query::PlanNode*>& nodes, Side side);
  // No less than the number of works that match a node, which costs next to nothing to say. Throws
  // Error(`query_limit`) for whatever stands below it that add() refuses.
  std::uint64_t at_most(const query::PlanNode& node, Side side);
  // Puts the works that bear one of the written forms into `into`.
  void add_tags(snapshot::DocBits& into, const std::vector<store::TagId>& tags, Side side);
  // Puts the works that match every one of the phrases into `into`. Needs phrases in what works say
  // themselves (has_only_prose).
  void add_all_of(snapshot::DocBits& into, const std::vector<const query::TextPhrase*>& phrases);
  // Takes the works that bear one of the written forms from `works`, of which there are `count`.
  void subtract_tags(snapshot::DocBits& works, std::uint64_t count,
                     const std::vector<store::TagId>& tags, Side side);
  // Puts the works that match an exclude entry, whose written forms are given, into `covered`, and
  // those that were there already into `covered_twice` too.
  void add_counting(snapshot::DocBits& covered, snapshot::DocBits& covered_twice,
                    const query::PlanNode& node, const std::vector<store::TagId>& tags);
  // The number of works in `among` that bear one of the written forms.
  std::uint64_t count_tags(const snapshot::DocBits& among, const std::vector<store::TagId>& tags,
                           Side side);

 private:
  bool explains() const noexcept {
    return sources_.explanation != nullptr && sources_.explanation->asked();
  }
  void add_matching(snapshot::DocBits& into, const query::PlanNode& node, Side side);
  void add_matching_all(snapshot::DocBits& into,
                        const std::vector<const query::TextPhrase*>& phrases);
  std::uint64_t works_of_tag(store::TagId tag) const;
  using Exception = std::optional<store::terms::TagException>;

  Exception exception_on(Side side) const;
  void add_tags(snapshot::DocBits& into, const std::vector<store::TagId>& tags,
                Exception exception);
  void add_tag(snapshot::DocBits& into, store::TagId tag);
  const snapshot::DocSet* exceptions_of(store::TagId tag, Exception exception);
  void subtract_lists(snapshot::DocBits& works, const std::vector<store::TagId>& tags, Side side);
  void add_phrase(snapshot::DocBits& into, const query::TextPhrase& phrase, Side side);
  snapshot::DocSet works_of_phrase(const query::TextPhrase& phrase, Spoilers seen);
  void add_range(snapshot::DocBits& into, const query::ValueRange& range);
  void add_mentioned(snapshot::DocBits& into, const query::Mentioned& mentioned);
  // The works that a term has, and those that a query matches.
  snapshot::DocSet works_of_term(const std::string& term) const;
  snapshot::DocSet works_of(const Xapian::Query& query) const;
  TextSources text_sources() const;
  std::optional<TermQuery> term_query(const Xapian::Query& query) const;

  Sources sources_;
  Spoilers spoilers_;
  PartScope scope_;
  MentionedWorks mentioned_works_;
  std::map<std::string, std::shared_ptr<const snapshot::DocSet>> exceptions_;  // null: none
};

}  // namespace ficsearch::search
