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

// Whether every work that a node finds scores: it, or each of its alternatives, is among what
// ranks.
bool is_ranked_by(const query::PlanNode& node, const std::vector<query::PlanNode>& rank) {
  const auto ranks = [&](const query::PlanNode& part) {
    return std::find(rank.begin(), rank.end(), part) != rank.end();
  };
  if (ranks(node)) return true;
  const auto* any = std::get_if<query::PlanOr>(&node.value);
  return any != nullptr && std::all_of(any->nodes.begin(), any->nodes.end(), ranks);
}

// Where each work of the set scores, the matcher may begin with the words and skip.
Xapian::Query ranked(const query::Plan& plan, PlainQuery& queries, const Xapian::Query& set) {
  const Xapian::Query ranking = queries.ranking(plan);
  const bool all_score =
      std::any_of(plan.require.begin(), plan.require.end(),
                  [&](const query::PlanNode& node) { return is_ranked_by(node, plan.rank); });
  return all_score ? Xapian::Query(Xapian::Query::OP_FILTER, ranking, set)
                   : Xapian::Query(Xapian::Query::OP_AND_MAYBE, set, ranking);
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
  const auto works = static_cast<Xapian::doccount>(count);
  enquire.set_query(ranked(plan, queries, Xapian::Query((new SetSource(set, works))->release())));
  const Xapian::MSet hits =
      enquire.get_mset(static_cast<Xapian::doccount>(offset),
                       static_cast<Xapian::doccount>(std::min<std::size_t>(limit, count - offset)));
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
  for (std::size_t take = cursor.rank + limit + kCursorIds;; take *= 2) {
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
