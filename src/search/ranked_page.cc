// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/ranked_page.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "ficsearch/error.h"
#include "search/match_order.h"
#include "search/set_source.h"

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

std::vector<RankedWork> ranked_page(const snapshot::DocBits& set, std::uint64_t count,
                                    const query::Plan& plan, PlainQuery& queries,
                                    const store::Reader& reader, std::size_t offset,
                                    std::size_t limit) {
  if (offset >= count || limit == 0) return {};
  Xapian::Enquire enquire(reader.database());
  std::unique_ptr<Xapian::MultiValueKeyMaker> key_maker;
  order_matches(enquire, plan.sort, key_maker);
  const Xapian::Query of_set((new SetSource(set, static_cast<Xapian::doccount>(count)))->release());
  const Xapian::Query ranking = queries.ranking(plan);
  const auto wanted = static_cast<Xapian::doccount>(std::min<std::size_t>(limit, count - offset));
  const auto page_of = [&](const Xapian::Query& query) {
    enquire.set_query(query);
    return enquire.get_mset(static_cast<Xapian::doccount>(offset), wanted);
  };
  Xapian::MSet hits;
  // Where each work scores, the matcher may begin with the words, and skip.
  if (scores_decide(plan)) hits = page_of({Xapian::Query::OP_FILTER, ranking, of_set});
  if (hits.size() < wanted) hits = page_of({Xapian::Query::OP_AND_MAYBE, of_set, ranking});
  std::vector<RankedWork> page;
  page.reserve(hits.size());
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) page.push_back({*hit, hit.get_weight()});
  return page;
}

std::vector<RankedWork> ranked_page_after(const Cursor& cursor, const snapshot::DocBits& set,
                                          std::uint64_t count, const query::Plan& plan,
                                          PlainQuery& queries, const store::Reader& reader,
                                          std::size_t limit) {
  std::unordered_set<std::uint32_t> shown;
  for (const std::string& id : cursor.ids)
    if (const auto document = reader.find_work(id))
      shown.insert(static_cast<std::uint32_t>(*document));
  const auto rank = std::min(cursor.rank, count);  // whatever the cursor says
  for (std::size_t take = rank + limit + kCursorIds;; take *= 2) {
    const std::vector<RankedWork> works = ranked_page(set, count, plan, queries, reader, 0, take);
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
    std::vector<RankedWork> page(last.base(), works.end());
    if (page.size() > limit) page.resize(limit);
    return page;
  }
}

}  // namespace ficsearch::search
