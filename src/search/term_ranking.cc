// SPDX-License-Identifier: GPL-3.0-or-later
// The formula is that of Xapian::BM25Weight with its own parameters, k1 = 1, k2 = 0, k3 = 1,
// b = 0.5 and a least normalized length of 0.5, for terms that stand in the query once:
//
//   sum over the terms of  2 log(w) f / (0.5 max(l / average, 0.5) + 0.5 + f)
//   w = (N - n + 0.5) / (n + 0.5), and if that is below 2, w / 2 + 1
//
// with frequency f in a work of length l, and n of N works that have the term. Floating point sums
// depend on the order, and Xapian's is a tree: the two rarest branches are joined until one is
// left, each with its number of works estimated as if branches were independent.
#include "search/term_ranking.h"

#include <xapian.h>

#include <algorithm>
#include <cmath>

namespace ficsearch::search {
namespace {

constexpr double kK1 = 1;
constexpr double kB = 0.5;
constexpr double kLeastLength = 0.5;

double term_weight(std::uint32_t works, std::uint32_t having) {
  double odds = (works - having + 0.5) / (having + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (kK1 + 1);
}

bool is_better(const RankedWork& a, const RankedWork& b) {
  return a.score != b.score ? a.score > b.score : a.document > b.document;
}

}  // namespace

TermRanking::TermRanking(std::vector<Postings> terms, const Xapian::Database& database,
                         const snapshot::WorkLengths& lengths)
    : lengths_(lengths), length_factor_(database.get_avlength()), parts_(terms.size()) {
  if (length_factor_ != 0) length_factor_ = 1 / length_factor_;
  const std::uint32_t works = database.get_doccount();
  for (Postings& postings : terms) {
    const double weight = term_weight(works, postings->count());
    terms_.push_back({std::move(postings), weight});
  }
  plan_additions(works);
}

// As Xapian's OrContext does it: with the same functions of the standard library, so that equals
// come out in the same order.
void TermRanking::plan_additions(std::uint32_t works) {
  struct Branch {
    std::uint32_t works;  // about so many match
    std::size_t place;    // in parts_
  };
  const auto is_commoner = [](const Branch& a, const Branch& b) { return a.works > b.works; };
  std::vector<Branch> heap;
  for (std::size_t i = 0; i < terms_.size(); ++i) heap.push_back({terms_[i].postings->count(), i});
  std::make_heap(heap.begin(), heap.end(), is_commoner);
  while (heap.size() > 1) {
    const Branch rarest = heap.front();
    std::pop_heap(heap.begin(), heap.end(), is_commoner);
    heap.pop_back();
    Branch next = heap.front();
    additions_.push_back({next.place, rarest.place});
    const double left = next.works;
    const double right = rarest.works;
    next.works = static_cast<std::uint32_t>(left + right - (left * right / works) + 0.5);
    std::pop_heap(heap.begin(), heap.end(), is_commoner);
    heap.back() = next;
    std::push_heap(heap.begin(), heap.end(), is_commoner);
  }
}

double TermRanking::score(std::uint32_t document) {
  if (terms_.empty()) return 0;
  const double length = std::max(lengths_.of(document) * length_factor_, kLeastLength);
  const double norm = kK1 * (length * kB + (1 - kB));
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const double frequency = terms_[i].postings->frequency(document);
    parts_[i] = frequency == 0 ? 0 : terms_[i].weight * (frequency / (norm + frequency));
  }
  for (const Addition& addition : additions_) parts_[addition.to] += parts_[addition.from];
  return parts_[additions_.empty() ? 0 : additions_.back().to];
}

std::vector<RankedWork> TermRanking::page(const snapshot::DocBits& set, std::size_t offset,
                                          std::size_t limit, const Deadline& deadline) {
  constexpr std::size_t kBetweenChecks = 4096;
  const std::size_t wanted = offset + limit;
  // The best so far and some more, from which the best are taken now and then.
  const std::size_t most = 2 * wanted + kBetweenChecks;
  std::vector<RankedWork> best;
  RankedWork worst_wanted{0, -1};
  const auto keep_wanted = [&] {
    if (best.size() <= wanted) return;
    const auto end = best.begin() + static_cast<std::ptrdiff_t>(wanted);
    std::nth_element(best.begin(), end - 1, best.end(), is_better);
    best.erase(end, best.end());
    worst_wanted = best.back();
  };
  std::size_t weighed = 0;
  set.for_each([&](std::uint32_t document) {
    if (++weighed % kBetweenChecks == 0) deadline.check();
    const RankedWork work{document, score(document)};
    if (!is_better(work, worst_wanted)) return;
    best.push_back(work);
    if (best.size() >= most) keep_wanted();
  });
  keep_wanted();
  std::sort(best.begin(), best.end(), is_better);
  best.erase(best.begin(),
             best.begin() + static_cast<std::ptrdiff_t>(std::min(offset, best.size())));
  return best;
}

}  // namespace ficsearch::search
