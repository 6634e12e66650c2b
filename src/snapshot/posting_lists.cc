// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/posting_lists.h"

#include <algorithm>
#include <functional>

#include "ficsearch/error.h"

namespace ficsearch::snapshot {
namespace {

using store::TagId;

// A form that more than one work in so many bears gets bits: always, where they take no more memory
// than twice that of halves; and, the most borne first, where they are faster, as far as there is
// memory for it.
constexpr std::uint32_t kDenseShare = 32;
constexpr std::uint32_t kFasterDenseShare = 64;
constexpr std::size_t kFasterDenseBytes = std::size_t{64} << 20;

std::uint16_t high_half(std::uint32_t document) {
  return static_cast<std::uint16_t>(document >> 16);
}

[[noreturn]] void too_many() {
  throw Error(ErrorCode::query_limit, "the index holds more works than can be kept in memory", {},
              "split the archive over several indexes");
}

}  // namespace

// All that the passes touch of a list, in one line of the cache: most of their time is waiting for
// it. While lists are counted, `used` is the number of their blocks; while they are filled, how
// many halves or numbers of three bytes have been written.
struct alignas(16) PostingLists::Progress {
  List list;
  std::uint32_t used = 0;
  std::uint16_t high = 0;              // of the block that is open
  std::uint16_t numbers_less_one = 0;  // in it
};

PostingLists::PostingLists(const ForwardIndex& forward)
    : lists_(forward.forms()), exceptional_(forward.forms()) {
  if (forward.limit() >= std::uint32_t{1} << kCountBits) too_many();
  std::vector<Progress> progress(lists_.size());
  count_works(forward, progress);
  place_lists(forward.limit(), progress);
  fill(forward, progress);
}

// A form that one work bears is known after this.
void PostingLists::count_works(const ForwardIndex& forward, std::vector<Progress>& progress) {
  forward.for_each([&](std::uint32_t work, const ForwardIndex::Forms& forms) {
    forms.for_each_fetched(
        [&](TagId tag) { __builtin_prefetch(&progress[static_cast<std::size_t>(tag)], 1); },
        [&](TagId tag, std::uint8_t places) {
          const auto place = static_cast<std::size_t>(tag);
          Progress& of = progress[place];
          if (of.list.count == 0 || of.high != high_half(work)) ++of.used;
          of.high = high_half(work);
          ++of.list.count;
          of.list.place = work;
          if (places != store::kOpenInMain) exceptional_[place] = true;
        });
  });
  for (std::size_t tag = 0; tag < lists_.size(); ++tag) lists_[tag] = progress[tag].list;
}

void PostingLists::place_lists(std::uint32_t limit, const std::vector<Progress>& progress) {
  constexpr std::uint32_t kTripleLimit = std::uint32_t{1} << (8 * kTripleBytes);
  const std::uint32_t least_dense = least_dense_count(limit);
  std::uint64_t halves = 0;
  for (std::size_t tag = 0; tag < lists_.size(); ++tag) {
    List& list = lists_[tag];
    if (list.count > least_dense) {
      list.kind = Kind::bits;
      list.place = static_cast<std::uint32_t>(dense_.size());
      dense_.emplace_back(limit);
      continue;
    }
    if (list.count <= 1) continue;
    if (halves > UINT32_MAX) too_many();
    list.place = static_cast<std::uint32_t>(halves);
    const std::uint64_t in_triples = (kTripleBytes * list.count + 1) / 2;
    const std::uint64_t in_halves = list.count + kBlockHead * progress[tag].used;
    const bool is_of_triples = limit <= kTripleLimit && in_triples <= in_halves;
    list.kind = is_of_triples ? Kind::triples : Kind::halves;
    halves += is_of_triples ? in_triples : in_halves;
  }
  halves_.resize(halves);
}

// Forms that more works bear get bits.
std::uint32_t PostingLists::least_dense_count(std::uint32_t limit) const {
  std::vector<std::uint32_t> counts;
  for (const List& list : lists_)
    if (list.count > limit / kFasterDenseShare) counts.push_back(list.count);
  const std::size_t most = kFasterDenseBytes / DocBits(limit).bytes();
  if (counts.size() <= most) return limit / kFasterDenseShare;
  const auto first_left_out = counts.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(counts.begin(), first_left_out, counts.end(), std::greater<>());
  return std::min(*first_left_out, limit / kDenseShare);
}

void PostingLists::fill(const ForwardIndex& forward, std::vector<Progress>& progress) {
  for (std::size_t tag = 0; tag < lists_.size(); ++tag) progress[tag] = {lists_[tag]};
  forward.for_each([&](std::uint32_t work, const ForwardIndex::Forms& forms) {
    forms.for_each_fetched(
        [&](TagId tag) { __builtin_prefetch(&progress[static_cast<std::size_t>(tag)], 1); },
        [&](TagId tag, std::uint8_t) { append(progress[static_cast<std::size_t>(tag)], work); });
  });
}

void PostingLists::append(Progress& progress, std::uint32_t work) {
  const List list = progress.list;
  switch (list.kind) {
    case Kind::one:
      break;
    case Kind::bits:
      dense_[list.place].insert(work);
      break;
    case Kind::triples: {
      auto* bytes = reinterpret_cast<std::uint8_t*>(halves_.data() + list.place) +
                    kTripleBytes * progress.used++;
      for (std::size_t i = 0; i < kTripleBytes; ++i)
        bytes[i] = static_cast<std::uint8_t>(work >> (8 * i) & 0xFF);
      break;
    }
    case Kind::halves: {
      std::uint16_t* const begin = halves_.data() + list.place;
      if (progress.used == 0 || progress.high != high_half(work)) {
        progress.high = high_half(work);
        progress.numbers_less_one = 0;
        begin[progress.used] = progress.high;
        progress.used += kBlockHead;
      } else {
        ++progress.numbers_less_one;
      }
      begin[progress.used++] = static_cast<std::uint16_t>(work & 0xFFFF);
      begin[progress.used - progress.numbers_less_one - kBlockHead] = progress.numbers_less_one;
      break;
    }
  }
}
void PostingLists::add_to(DocBits& bits, store::TagId tag) const noexcept {
  if (const DocBits* own = bits_of(tag)) return bits.add(*own);
  for_each(tag, [&](std::uint32_t number) { bits.insert(number); });
}

std::uint64_t PostingLists::count_in(const DocBits& bits, store::TagId tag) const noexcept {
  if (const DocBits* own = bits_of(tag)) return bits.count_common(*own);
  std::uint64_t count = 0;
  for_each(tag, [&](std::uint32_t number) { count += bits.contains(number) ? 1 : 0; });
  return count;
}

const DocBits* PostingLists::bits_of(store::TagId tag) const noexcept {
  const List& list = lists_[static_cast<std::size_t>(tag)];
  return list.kind == Kind::bits ? &dense_[list.place] : nullptr;
}

std::size_t PostingLists::bytes() const noexcept {
  return lists_.size() * sizeof(List) + exceptional_.size() / 8 +
         halves_.size() * sizeof(std::uint16_t) +
         (dense_.empty() ? 0 : dense_.size() * dense_.front().bytes());
}

}  // namespace ficsearch::snapshot
