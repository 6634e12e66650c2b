// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "search/deadline.h"
#include "search/ranked_work.h"
#include "snapshot/doc_bits.h"
#include "snapshot/term_postings.h"
#include "snapshot/work_lengths.h"

namespace Xapian {
class Database;
}

namespace ficsearch::search {

// Ranks works by how well they match any of some terms, from posting lists in memory.
//
// A score is the very number that Xapian's matcher gives for an OR of the terms under its own BM25,
// to the last bit: parts are added up in the same order. So pages that begin here can go on there.
// Threads: one.
class TermRanking {
 public:
  using Postings = std::shared_ptr<const snapshot::TermPostings>;

  // `terms` in the order of the query. `lengths` must outlive this.
  TermRanking(std::vector<Postings> terms, const Xapian::Database& database,
              const snapshot::WorkLengths& lengths);

  double score(std::uint32_t document);
  // The works from `offset` to `offset + limit` of `set` by falling score, of equals the greatest
  // number first. Throws Error(`timeout`).
  std::vector<RankedWork> page(const snapshot::DocBits& set, std::size_t offset, std::size_t limit,
                               const Deadline& deadline);

 private:
  struct Term {
    Postings postings;
    double weight;  // what it adds to a work that has nothing else, endlessly often
  };
  // Adds what stands at one place of parts_ to what stands at the other.
  struct Addition {
    std::size_t to;
    std::size_t from;
  };

  void plan_additions(std::uint32_t works);

  const snapshot::WorkLengths& lengths_;
  double length_factor_;  // 1 / average length
  std::vector<Term> terms_;
  std::vector<Addition> additions_;
  std::vector<double> parts_;  // of the work that is weighed, by term
};

}  // namespace ficsearch::search
