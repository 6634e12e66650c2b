// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "ficsearch/profile.h"
#include "ficsearch/search.h"
#include "ficsearch/work.h"

namespace ficsearch::test {

// Small random works and requests about them, drawn from words and tags that meet often: every
// spelling of the partner-taking family, absence markers, near neighbours, tags that only the
// archive knows, spoilers, routes, ratings. The same seed gives the same values.
class RandomArchive {
 public:
  explicit RandomArchive(std::uint64_t seed) : random_(seed) {}

  std::vector<Work> works(std::size_t count);
  SearchRequest request();
  // The same request under other settings: what is kept of one must not answer the other.
  SearchRequest varied(SearchRequest request);
  // A filter as readers or operators save it.
  Profile profile();
  // Pairs of spelling and concept for the archive's own vocabulary, a line each.
  std::string vocabulary();

  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[below(values.size())];
  }

  std::string phrase(std::size_t most_words);
  Tag tag();
  Work work(std::size_t number);
  FilterItem item();
  std::string clause(int depth);
  std::string query();

  std::mt19937_64 random_;
};

}  // namespace ficsearch::test
