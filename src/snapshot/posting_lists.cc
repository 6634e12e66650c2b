// SPDX-License-Identifier: GPL-3.0-or-later
// How many works bear each form is known before, so every list has its place, and one pass over the
// works fills all of them: a work's number is put behind what is in the lists of its forms. Nearly
// all of the time is waiting for memory, which is asked for early.
#include "snapshot/posting_lists.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "ficsearch/error.h"

namespace ficsearch::snapshot {
namespace {

using store::TagId;

// A form that more than one work in so many bears gets bits: always, where they take no more memory
// than twice that of halves; and, the most borne first, where they are faster, as far as there is
// memory for it.
constexpr std::uint32_t kDenseShare = 32;
constexpr std::uint32_t kFasterDenseShare = 64;
constexpr std::size_t kFasterDenseBytes = std::size_t{32} << 20;

constexpr std::uint32_t kTripleLimit = std::uint32_t{1} << 24;

[[noreturn]] void too_many() {
  throw Error(ErrorCode::query_limit, "the index holds more works than can be kept in memory", {},
              "split the archive over several indexes");
}

std::uint32_t place_of(std::uint64_t begin) {
  if (begin > UINT32_MAX) too_many();
  return static_cast<std::uint32_t>(begin);
}

// Forms that more works bear get bits.
std::uint32_t least_dense_count(const std::vector<std::uint32_t>& counts, std::uint32_t limit) {
  std::vector<std::uint32_t> great;
  std::copy_if(counts.begin(), counts.end(), std::back_inserter(great),
               [&](std::uint32_t count) { return count > limit / kFasterDenseShare; });
  const std::size_t most = kFasterDenseBytes / DocBits(limit).bytes();
  if (great.size() <= most) return limit / kFasterDenseShare;
  const auto first_left_out = great.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(great.begin(), first_left_out, great.end(), std::greater<>());
  return std::min(*first_left_out, limit / kDenseShare);
}

}  // namespace

// While lists are filled, the place of each is that of its next number; of halves it is one of
// open_.
class PostingLists::Filler {
 public:
  explicit Filler(PostingLists& lists) : to_(lists) {
    for (List& list : to_.lists_)
      if (list.kind == Kind::halves) {
        const std::uint32_t begin = list.place;
        list.place = static_cast<std::uint32_t>(open_.size());
        open_.push_back({begin, 0});
      }
  }

  // Works come ascending.
  void add(TagId tag, std::uint32_t work) {
    __builtin_prefetch(&to_.lists_[static_cast<std::size_t>(tag)], 1);
    waiting_[waiting_count_++] = {static_cast<std::uint32_t>(tag), work};
    if (waiting_count_ == waiting_.size()) put_in();
  }

  void finish() {
    put_in();
    end_blocks(to_.blocks_);
    for (List& list : to_.lists_) {
      if (list.kind == Kind::halves) list.place = open_[list.place].begin;
      if (list.kind == Kind::triples) list.place -= list.count;
    }
  }

 private:
  static constexpr std::size_t kWaiting = 512;
  struct Number {
    std::uint32_t place;  // of a list, then in it
    std::uint32_t work;
  };
  struct Halves {
    std::uint32_t begin;
    std::uint32_t count;  // so far
  };

  void put_in() {
    std::size_t triples = 0;
    for (std::size_t i = 0; i < waiting_count_; ++i) {
      const auto [tag, work] = waiting_[i];
      List& list = to_.lists_[tag];
      switch (list.kind) {
        case Kind::one:
          list.place = work;
          break;
        case Kind::bits:
          to_.dense_[list.place].insert(work);
          break;
        case Kind::triples:
          __builtin_prefetch(&to_.triples_[list.place], 1);
          waiting_[triples++] = {list.place++, work};  // no further than i
          break;
        case Kind::halves:
          put_half(open_[list.place], work);
          break;
      }
    }
    for (std::size_t i = 0; i < triples; ++i) {
      const std::uint32_t work = waiting_[i].work;
      to_.triples_[waiting_[i].place] = {static_cast<std::uint8_t>(work & 0xFF),
                                         static_cast<std::uint8_t>(work >> 8 & 0xFF),
                                         static_cast<std::uint8_t>(work >> 16 & 0xFF)};
    }
    waiting_count_ = 0;
  }

  void put_half(Halves& list, std::uint32_t work) {
    if (work >> kBlockBits != block_) end_blocks(work >> kBlockBits);
    to_.halves_[list.begin + kEndHalves * to_.blocks_ + list.count++] =
        static_cast<std::uint16_t>(work & 0xFFFF);
  }

  // Those before `block`.
  void end_blocks(std::uint32_t block) {
    for (; block_ < block; ++block_)
      for (const Halves& list : open_)
        std::memcpy(&to_.halves_[list.begin + kEndHalves * block_], &list.count, sizeof list.count);
  }

  PostingLists& to_;
  std::vector<Halves> open_;
  std::uint32_t block_ = 0;
  std::array<Number, kWaiting> waiting_{};
  std::size_t waiting_count_ = 0;
};

PostingLists::PostingLists(const ForwardIndex& forward, const FormUse& use)
    : lists_(use.works.size()),
      exceptional_(use.exceptional),
      blocks_(((forward.limit() - 1) >> kBlockBits) + 1) {
  if (forward.limit() >= std::uint32_t{1} << kCountBits) too_many();
  place_lists(use.works, forward.limit());
  Filler filler(*this);
  forward.for_each([&](std::uint32_t work, const ForwardIndex::Forms& forms) {
    forms.for_each([&](TagId tag, std::uint8_t) { filler.add(tag, work); });
  });
  filler.finish();
}

void PostingLists::place_lists(const std::vector<std::uint32_t>& counts, std::uint32_t limit) {
  const std::uint32_t least_dense = least_dense_count(counts, limit);
  const std::size_t end_halves = kEndHalves * blocks_;
  std::uint64_t triples = 0;
  std::uint64_t halves = 0;
  for (std::size_t tag = 0; tag < lists_.size(); ++tag) {
    List& list = lists_[tag];
    const std::uint32_t count = counts[tag];
    list.count = count & ((1U << kCountBits) - 1);
    if (count > least_dense) {
      list.kind = Kind::bits;
      list.place = static_cast<std::uint32_t>(dense_.size());
      dense_.emplace_back(limit);
    } else if (count > 1 && limit <= kTripleLimit &&
               sizeof(Triple) * count <= sizeof(std::uint16_t) * (count + end_halves)) {
      list.kind = Kind::triples;
      list.place = place_of(triples);
      triples += count;
    } else if (count > 1) {
      list.kind = Kind::halves;
      list.place = place_of(halves);
      halves += count + end_halves;
    }
  }
  triples_.resize(triples);
  halves_.resize(halves);
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
  return lists_.size() * sizeof(List) + exceptional_.size() / 8 + triples_.size() * sizeof(Triple) +
         halves_.size() * sizeof(std::uint16_t) +
         (dense_.empty() ? 0 : dense_.size() * dense_.front().bytes());
}

}  // namespace ficsearch::snapshot
