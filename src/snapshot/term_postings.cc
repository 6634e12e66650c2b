// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/term_postings.h"

#include <xapian.h>

#include "ficsearch/error.h"

namespace ficsearch::snapshot {
namespace {

constexpr std::uint32_t kWorksInBucket = 8;  // about so many

}  // namespace

TermPostings::TermPostings(const Xapian::Database& database, const std::string& term,
                           std::uint32_t limit) {
  const std::uint32_t count = database.get_termfreq(term);
  if (count == 0) return;
  while (shift_ > 0 && std::uint64_t{limit >> shift_} * kWorksInBucket < count) --shift_;
  begin_.reserve((limit >> shift_) + 2);
  lows_.reserve(count);
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (Xapian::PostingIterator work = database.postlist_begin(term); work != end; ++work) {
    if (*work >= limit)
      throw Error(ErrorCode::index_corrupt, "a term has a work that the index does not", {},
                  "restore a backup, or import the works into a new index");
    add(*work, work.get_wdf());
  }
  begin_.resize((limit >> shift_) + 2, this->count());
  lows_.shrink_to_fit();
}

// Frequencies are written down from the first one that is not as those before.
void TermPostings::add(std::uint32_t document, std::uint32_t frequency) {
  const auto place = static_cast<std::uint32_t>(lows_.size());
  while (begin_.size() <= document >> shift_) begin_.push_back(place);
  if (place == 0) common_frequency_ = frequency;
  const auto written = [&](std::uint32_t value) {
    return static_cast<std::uint8_t>(std::min<std::uint32_t>(value, kManyTimes));
  };
  if (frequencies_.empty() && frequency != common_frequency_) {
    frequencies_.reserve(lows_.capacity());
    frequencies_.assign(place, written(common_frequency_));
    if (common_frequency_ >= kManyTimes)
      for (std::uint32_t before = 0; before < place; ++before)
        great_.emplace_back(before, common_frequency_);
  }
  lows_.push_back(static_cast<std::uint16_t>(document & kLowMask));
  if (frequencies_.empty() && frequency == common_frequency_) return;
  frequencies_.push_back(written(frequency));
  if (frequency >= kManyTimes) great_.emplace_back(place, frequency);
}

std::uint32_t TermPostings::great_frequency_at(std::uint32_t place) const noexcept {
  return std::lower_bound(great_.begin(), great_.end(), std::pair{place, std::uint32_t{0}})->second;
}

std::size_t TermPostings::bytes() const noexcept {
  return sizeof(*this) + begin_.capacity() * sizeof(begin_.front()) +
         lows_.capacity() * sizeof(lows_.front()) + frequencies_.capacity() +
         great_.capacity() * sizeof(great_.front());
}

}  // namespace ficsearch::snapshot
