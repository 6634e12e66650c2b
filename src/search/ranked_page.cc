// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ranked_page.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "ficsearch/error.h"
#include "search/match_order.h"
#include "search/set_source.h"
#include "search/term_query.h"

namespace ficsearch::search {
namespace {

// Whether what a node finds is found by what ranks, too: it, or each of its alternatives, is among
// that. A few works may be found and not score, such as those of a spoiler tag.
bool is_ranked_by(const query::PlanNode& node, const std::vector<query::PlanNode>& rank) {
  const auto ranks = [&](const query::PlanNode& part) {
    return std::find(rank.begin(), rank.end(), part) != rank.end();
  };
  if (ranks(node)) return true;
  const auto* any = std::get_if<query::PlanOr>(&node.value);
  return any != nullptr && std::all_of(any->nodes.begin(), any->nodes.end(), ranks);
}

// Whether works that do not score come last, and there are few of them or none.
bool scores_decide(const query::Plan& plan) {
  return !plan.sort.front().field &&
         std::any_of(plan.require.begin(), plan.require.end(),
                     [&](const query::PlanNode& node) { return is_ranked_by(node, plan.rank); });
}

}  // namespace

RankedPages::RankedPages(const Sources& sources)
    : from_(sources), ranking_(sources.queries.ranking(sources.plan)) {
  if (from_.snapshot.resident() == nullptr || from_.plan.sort.size() > 1) return;
  const Xapian::Database& database = from_.reader.database();
  const auto query = TermQuery::of(
      ranking_, [&](const std::string& term) { return from_.snapshot.text().of(database, term); });
  if (!query) return;
  if (auto terms = query->alternatives())
    by_terms_.emplace(*std::move(terms), database, from_.snapshot.lengths(from_.reader));
}

std::vector<RankedWork> RankedPages::page(std::size_t offset, std::size_t limit) {
  if (offset >= from_.count || limit == 0) return {};
  return by_terms_ ? by_terms_->page(from_.set, offset, limit, from_.deadline)
                   : matched_page(offset, limit);
}

std::vector<RankedWork> RankedPages::matched_page(std::size_t offset, std::size_t limit) {
  Xapian::Enquire enquire(from_.reader.database());
  std::unique_ptr<Xapian::MultiValueKeyMaker> key_maker;
  order_matches(enquire, from_.plan.sort, key_maker);
  const auto count = static_cast<Xapian::doccount>(from_.count);
  const Xapian::Query of_set((new SetSource(from_.set, count))->release());
  const auto wanted =
      static_cast<Xapian::doccount>(std::min<std::size_t>(limit, from_.count - offset));
  const auto page_of = [&](const Xapian::Query& query) {
    enquire.set_query(query);
    return enquire.get_mset(static_cast<Xapian::doccount>(offset), wanted);
  };
  Xapian::MSet hits;
  // Where each work scores, the matcher may begin with the words, and skip.
  if (scores_decide(from_.plan)) hits = page_of({Xapian::Query::OP_FILTER, ranking_, of_set});
  if (hits.size() < wanted) hits = page_of({Xapian::Query::OP_AND_MAYBE, of_set, ranking_});
  std::vector<RankedWork> page;
  page.reserve(hits.size());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) page.push_back({*hit, hit.get_weight()});
  return page;
}

std::vector<RankedWork> RankedPages::page_after(const Cursor& cursor, std::size_t limit) {
  std::unordered_set<std::uint32_t> shown;
  for (const std::string& id : cursor.ids)
    if (const auto document = from_.reader.find_work(id))
      shown.insert(static_cast<std::uint32_t>(*document));
  const auto rank = std::min(cursor.rank, from_.count);  // whatever the cursor says
  for (std::size_t take = rank + limit + kCursorIds;; take *= 2) {
    const std::vector<RankedWork> works = page(0, take);
    const auto last = std::find_if(works.rbegin(), works.rend(), [&](const RankedWork& work) {
      return shown.contains(work.document);
    });
    const bool is_whole = works.size() < take;
    if (last == works.rend() && is_whole)
      throw Error(ErrorCode::bad_value, "none of the works that the last page ended with is left",
                  {}, "begin again at the first page");
    if (last == works.rend() ||
        (!is_whole && static_cast<std::size_t>(last - works.rbegin()) < limit))
      continue;
    std::vector<RankedWork> after(last.base(), works.end());
    if (after.size() > limit) after.resize(limit);
    return after;
  }
}

}  // namespace ficsearch::search
