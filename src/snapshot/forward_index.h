// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

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
  std::size_t bytes() const noexcept {
    return begin_.size() * sizeof(std::uint32_t) + borne_.size() * sizeof(BorneMeaning);
  }

 private:
  std::vector<std::uint32_t> begin_;  // by document number: where its meanings begin
  std::vector<BorneMeaning> borne_;
};

}  // namespace ficsearch::snapshot
