// SPDX-License-Identifier: GPL-3.0-or-later
// What fewest works match is put down first; of each of these works the rest is asked, or, where
// they are many, the rest is put down, too, and the two are intersected.
#include "search/term_query.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace ficsearch::search {
namespace {

// Looking a work up in a posting list costs as much as putting down so many works of it.
constexpr std::uint64_t kLookUpCost = 8;

bool has_only_terms(const Xapian::Query& query) {
  switch (query.get_type()) {
    case Xapian::Query::LEAF_MATCH_NOTHING:
    case Xapian::Query::LEAF_TERM:
      return true;
    case Xapian::Query::OP_AND:
    case Xapian::Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        if (!has_only_terms(query.get_subquery(i))) return false;
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<TermQuery> TermQuery::of(const Xapian::Query& query, const Load& load) {
  if (!has_only_terms(query)) return std::nullopt;
  return TermQuery(node_of(query, load));
}

TermQuery::Node TermQuery::node_of(const Xapian::Query& query, const Load& load) {
  Node node;
  if (query.get_type() == Xapian::Query::LEAF_TERM) {
    node.kind = Kind::term;
    node.postings = load(*query.get_terms_begin());
    node.most = node.postings->count();
    node.terms = 1;
    return node;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Node& below = node.below.emplace_back(node_of(query.get_subquery(i), load));
    node.terms += below.terms;
    node.most += below.most;
  }
  if (query.get_type() == Xapian::Query::OP_AND) {
    node.kind = Kind::all_of;
    std::stable_sort(node.below.begin(), node.below.end(),
                     [](const Node& a, const Node& b) { return a.most < b.most; });
    node.most = node.below.front().most;
  }
  return node;
}

bool TermQuery::matches(const Node& node, std::uint32_t document) {
  const auto match = [&](const Node& below) { return matches(below, document); };
  switch (node.kind) {
    case Kind::term:
      return node.postings->contains(document);
    case Kind::all_of:
      return std::all_of(node.below.begin(), node.below.end(), match);
    case Kind::any_of:
      return std::any_of(node.below.begin(), node.below.end(), match);
  }
  return false;
}

void TermQuery::add_to(snapshot::DocBits& into, const Deadline& deadline) const {
  add(root_, into, deadline);
}

void TermQuery::add(const Node& node, snapshot::DocBits& into, const Deadline& deadline) {
  deadline.check();
  switch (node.kind) {
    case Kind::term:
      return node.postings->for_each([&](std::uint32_t work) { into.insert(work); });
    case Kind::all_of:
      return add_all_of(node, into, deadline);
    case Kind::any_of:
      for (const Node& below : node.below) add(below, into, deadline);
  }
}

void TermQuery::add_all_of(const Node& node, snapshot::DocBits& into, const Deadline& deadline) {
  snapshot::DocBits all(into.limit());
  if (node.most != 0) add(node.below.front(), all, deadline);
  for (auto below = node.below.begin() + 1; node.most != 0 && below != node.below.end(); ++below) {
    deadline.check();
    if (node.most * below->terms * kLookUpCost > below->most) {
      snapshot::DocBits works(into.limit());
      add(*below, works, deadline);
      all.intersect(works);
    } else {
      all.for_each([&](std::uint32_t work) {
        if (!matches(*below, work)) all.erase(work);
      });
    }
  }
  into.add(all);
}

std::optional<std::vector<TermQuery::Postings>> TermQuery::alternatives() const {
  std::vector<Postings> terms;
  if (!add_alternatives(root_, terms)) return std::nullopt;
  return terms;
}

bool TermQuery::add_alternatives(const Node& node, std::vector<Postings>& terms) {
  if (node.kind == Kind::term) terms.push_back(node.postings);
  return node.kind != Kind::all_of &&
         std::all_of(node.below.begin(), node.below.end(),
                     [&](const Node& below) { return add_alternatives(below, terms); });
}

}  // namespace ficsearch::search
