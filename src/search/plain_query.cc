// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/plain_query.h"

#include <algorithm>
#include <optional>
#include <string>

#include "search/overloaded.h"
#include "search/tag_exceptions.h"
#include "store/slots.h"

namespace ficsearch::search {
namespace {

using Op = Xapian::Query;

// A query for every work. Not Xapian::Query::MatchAll, whose shared reference count is not atomic.
Xapian::Query every_work() {
  return Xapian::Query(std::string());
}

}  // namespace

Xapian::Query PlainQuery::including(const query::PlanNode& node) {
  return lower(node, Side::include);
}

Xapian::Query PlainQuery::excluding(const query::PlanNode& node) {
  return lower(node, Side::exclude);
}

Xapian::Query PlainQuery::lower(const query::PlanNode& node, Side side) {
  deadline_.check();
  const auto combined = [&](Xapian::Query::op op, const query::PlanNodes& nodes) {
    std::vector<Xapian::Query> queries;
    for (const query::PlanNode& below : nodes) queries.push_back(lower(below, side));
    return Xapian::Query(op, queries.begin(), queries.end());
  };
  return std::visit(
      Overloaded{
          [&](const query::TagSet& set) { return of_tags(selector_.select(set, side), side); },
          [&](const query::WrittenTag& tag) { return of_tags(selector_.select(tag), side); },
          [&](const query::TagPrefix& prefix) {
            return of_tags(selector_.select(prefix, side), side);
          },
          [&](const query::TextPhrase& phrase) {
            return text_query(phrase, side == Side::exclude ? Spoilers::all : spoilers_,
                              text_sources());
          },
          [&](const query::ValueRange& range) { return of_range(range); },
          [&](const query::Mentioned& mentioned) { return of_mentions(mentioned); },
          [&](const query::PlanAnd& both) {
            return both.nodes.empty() ? every_work() : combined(Op::OP_AND, both.nodes);
          },
          [&](const query::PlanOr& any) { return combined(Op::OP_OR, any.nodes); },
          [&](const query::PlanNot& without) {
            return Xapian::Query(Op::OP_AND_NOT, every_work(), lower(*without.node, Side::exclude));
          },
      },
      node.value);
}

Xapian::Query PlainQuery::of_tags(const std::vector<store::TagId>& tags, Side side) {
  const auto exception = exception_for(side == Side::exclude ? Spoilers::all : spoilers_, scope_);
  std::vector<Xapian::Query> queries;
  for (const store::TagId tag : tags) {
    const store::TagEntry& entry = reader_.registry().entry(tag);
    Xapian::Query bearing(store::terms::of_tag(entry));
    if (exception) {
      const std::string hidden = store::terms::of_tag_exception(*exception, entry);
      if (reader_.database().term_exists(hidden))
        bearing = Xapian::Query(Op::OP_AND_NOT, bearing, Xapian::Query(hidden));
    }
    queries.push_back(bearing);
  }
  return {Op::OP_OR, queries.begin(), queries.end()};
}

Xapian::Query PlainQuery::of_range(const query::ValueRange& range) {
  const auto slot = static_cast<Xapian::valueno>(store::slot_of(range.field));
  const std::int64_t least = store::least_number(range.field);
  const std::int64_t greatest = store::greatest_number(range.field);
  // A closed low end keeps out works without a value: theirs is empty, which is below every other.
  const std::int64_t low = std::max(range.low.value_or(least), least);
  const std::int64_t high = std::min(range.high.value_or(greatest), greatest);
  if (high < low) return {};
  return {Op::OP_VALUE_RANGE, slot, store::encode_value(range.field, low),
          store::encode_value(range.field, high)};
}

Xapian::Query PlainQuery::of_mentions(const query::Mentioned& mentioned) {
  const auto [found, is_new] = mentioned_.try_emplace(mentioned.concepts);
  if (is_new) found->second = mentioned_works_.query(mentioned);
  return found->second;
}

Xapian::Query PlainQuery::whole(const query::Plan& plan, const Leaving& leaving) {
  std::vector<Xapian::Query> required;
  for (const query::PlanNode& node : plan.require) required.push_back(including(node));
  for (const query::Entry& entry : plan.include)
    if (!leaving.left_out || entry.facet != leaving.left_out)
      required.push_back(including(entry.node));
  const Xapian::Query positive =
      required.empty() ? every_work() : Xapian::Query(Op::OP_AND, required.begin(), required.end());
  std::vector<Xapian::Query> forbidden;
  for (std::size_t i = 0; i < plan.exclude.size(); ++i)
    if (i != leaving.lifted) forbidden.push_back(excluding(plan.exclude[i].node));
  if (forbidden.empty()) return positive;
  return {Op::OP_AND_NOT, positive, Xapian::Query(Op::OP_OR, forbidden.begin(), forbidden.end())};
}

Xapian::Query PlainQuery::ranking(const query::Plan& plan) {
  std::vector<Xapian::Query> parts;
  for (const query::PlanNode& node : plan.rank) {
    const auto* phrase = std::get_if<query::TextPhrase>(&node.value);
    parts.push_back(phrase != nullptr ? text_rank_query(*phrase, spoilers_, text_sources())
                                      : including(node));
  }
  return {Op::OP_OR, parts.begin(), parts.end()};
}

}  // namespace ficsearch::search
