// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "snapshot/doc_bits.h"
#include "store/terms.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// What a work bears: the number of a meaning, and where (store::TagPlaces).
class BorneMeaning {
 public:
  BorneMeaning(std::uint32_t meaning, std::uint8_t places) noexcept
      : packed_(meaning << kPlaceBits | places) {}
  std::uint32_t meaning() const noexcept { return packed_ >> kPlaceBits; }
  std::uint8_t places() const noexcept { return packed_ & ((1U << kPlaceBits) - 1); }

  static constexpr unsigned kPlaceBits = 4;
  static constexpr std::uint32_t kMostMeanings = std::uint32_t{1} << (32 - kPlaceBits);

 private:
  std::uint32_t packed_;
};

// What every work means by its tags, each meaning once a work, in the order of the documents: 4
// bytes a tag. Immutable; any number of threads may read.
class ForwardIndex {
 public:
  // `meaning_of` gives the number of what a written form means; `tags` is the number of tags that
  // all works bear, so that memory is taken once. Throws Error(`index_corrupt`; `query_limit` for
  // more tags than 32 bits count, or a meaning from kMostMeanings on), and what Xapian throws.
  ForwardIndex(const Xapian::Database& database, std::uint64_t tags,
               const std::function<std::uint32_t(store::TagId)>& meaning_of);

  std::span<const BorneMeaning> of(std::uint32_t document) const noexcept {
    return {borne_.data() + begin_[document], borne_.data() + begin_[document + 1]};
  }
  // Calls visit(document, its meanings) for each work of a set, ascending. The meanings of works
  // further on are fetched meanwhile: most of the time of a scan is waiting for memory.
  template <typename Visit>
  void for_each(const DocBits& works, Visit&& visit) const {
    std::array<std::uint32_t, kFetchedAhead> fetched{};
    std::size_t count = 0;
    works.for_each([&](std::uint32_t work) {
      __builtin_prefetch(borne_.data() + begin_[work]);
      std::uint32_t& place = fetched[count % kFetchedAhead];
      if (count++ >= kFetchedAhead) visit(place, of(place));
      place = work;
    });
    for (std::size_t i = count < kFetchedAhead ? 0 : count - kFetchedAhead; i < count; ++i)
      visit(fetched[i % kFetchedAhead], of(fetched[i % kFetchedAhead]));
  }

  std::size_t bytes() const noexcept {
    return begin_.size() * sizeof(std::uint32_t) + borne_.size() * sizeof(BorneMeaning);
  }

 private:
  static constexpr std::size_t kFetchedAhead = 16;

  std::vector<std::uint32_t> begin_;  // by document number: where its meanings begin
  std::vector<BorneMeaning> borne_;
};

}  // namespace ficsearch::snapshot
