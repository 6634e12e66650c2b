// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// The works that have one term, ascending, and how often each has it.
//
// They lie in buckets of so many document numbers that a few works are in each, so one is found by
// a look into the directory and a few comparisons. 2 bytes a work, half a byte for the directory,
// and one more where the frequency is not the same in all. Immutable; any number of threads may
// read.
class TermPostings {
 public:
  // Of a term that no work has.
  TermPostings() = default;
  // Reads Xapian's posting list. Every document number is below `limit`. Throws
  // Error(`index_corrupt`), and what Xapian throws.
  TermPostings(const Xapian::Database& database, const std::string& term, std::uint32_t limit);

  // Number of works.
  std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(lows_.size()); }
  bool contains(std::uint32_t document) const noexcept { return place_of(document).has_value(); }
  // How often the work has the term, 0 if it does not.
  std::uint32_t frequency(std::uint32_t document) const noexcept {
    const auto place = place_of(document);
    return place ? frequency_at(*place) : 0;
  }
  // Calls `visit` with each document number, ascending.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t bucket = 0; bucket + 1 < begin_.size(); ++bucket) {
      const auto high = static_cast<std::uint32_t>(bucket << shift_) & ~kLowMask;
      for (std::uint32_t i = begin_[bucket]; i < begin_[bucket + 1]; ++i) visit(high | lows_[i]);
    }
  }

  std::size_t bytes() const noexcept;

 private:
  static constexpr unsigned kLowBits = 16;
  static constexpr std::uint32_t kLowMask = (std::uint32_t{1} << kLowBits) - 1;
  static constexpr std::uint8_t kManyTimes = UINT8_MAX;
  static constexpr std::ptrdiff_t kFew = 16;  // are looked through one by one

  std::optional<std::uint32_t> place_of(std::uint32_t document) const noexcept {
    if (begin_.empty()) return std::nullopt;
    const std::size_t bucket = document >> shift_;
    const std::uint16_t* first = lows_.data() + begin_[bucket];
    const std::uint16_t* const last = lows_.data() + begin_[bucket + 1];
    const auto low = static_cast<std::uint16_t>(document & kLowMask);
    if (last - first > kFew) first = std::lower_bound(first, last, low);
    while (first != last && *first < low) ++first;
    if (first == last || *first != low) return std::nullopt;
    return static_cast<std::uint32_t>(first - lows_.data());
  }
  std::uint32_t frequency_at(std::uint32_t place) const noexcept {
    if (frequencies_.empty()) return common_frequency_;
    return frequencies_[place] != kManyTimes ? frequencies_[place] : great_frequency_at(place);
  }
  std::uint32_t great_frequency_at(std::uint32_t place) const noexcept;
  void add(std::uint32_t document, std::uint32_t frequency);

  unsigned shift_ = kLowBits;         // a bucket is 2^shift_ document numbers
  std::vector<std::uint32_t> begin_;  // by bucket, and one more: where it begins in lows_
  std::vector<std::uint16_t> lows_;   // low bits of the document numbers
  // By place in lows_, at most kManyTimes; empty if all are common_frequency_.
  std::vector<std::uint8_t> frequencies_;
  std::uint32_t common_frequency_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> great_;  // place, from kManyTimes on
};

}  // namespace ficsearch::snapshot
