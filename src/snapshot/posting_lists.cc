// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/posting_lists.h"

#include <algorithm>
#include <functional>

#include "ficsearch/error.h"
#include "snapshot/tag_stream.h"

namespace ficsearch::snapshot {
namespace {

// A form that more than one work in so many bears gets bits: always, where they take no more memory
// than twice that of halves; and, the most borne first, where they are faster, as far as there is
// memory for it.
constexpr std::uint32_t kDenseShare = 32;
constexpr std::uint32_t kFasterDenseShare = 64;
constexpr std::size_t kFasterDenseBytes = std::size_t{64} << 20;

constexpr std::uint8_t kOpen = store::kOpenInMain;

// How far a list has been read: the block that is open, and what is in it.
struct OpenBlock {
  std::uint16_t high = 0;
  std::uint16_t numbers_less_one = 0;
};

std::uint16_t high_half(std::uint32_t document) {
  return static_cast<std::uint16_t>(document >> 16);
}

[[noreturn]] void unknown_tag() {
  throw Error(ErrorCode::index_corrupt, "a work bears a tag that is not in the registry", {},
              "restore a backup, or import the works into a new index");
}

}  // namespace

PostingLists::PostingLists(const Xapian::Database& database, std::uint32_t tags)
    : lists_(tags), exceptional_(tags) {
  std::vector<std::uint64_t> sizes(tags);
  measure(database, sizes);
  fill(database, sizes);
}

// How many works and halves each list has, which says where it stands.
void PostingLists::measure(const Xapian::Database& database, std::vector<std::uint64_t>& sizes) {
  std::vector<std::uint16_t> open(lists_.size());
  for_each_tag_list(database, [&](std::uint32_t document, const auto& tags) {
    ++works_;
    sum_of_works_ += document;
    for (const store::PlacedTag& placed : tags) {
      const auto tag = static_cast<std::size_t>(placed.tag);
      if (tag >= lists_.size()) unknown_tag();
      if (lists_[tag].count++ == 0 || open[tag] != high_half(document)) sizes[tag] += kBlockHead;
      ++sizes[tag];
      open[tag] = high_half(document);
      if (placed.places != kOpen) exceptional_[tag] = true;
    }
  });
  const std::uint32_t limit = database.get_lastdocid() + 1;
  const std::uint32_t least_dense = least_dense_count(limit);
  std::uint64_t halves = 0;
  for (std::size_t tag = 0; tag < lists_.size(); ++tag) {
    List& list = lists_[tag];
    total_ += list.count;
    list.is_dense = list.count > least_dense;
    list.place = list.is_dense ? dense_.size() : halves;
    if (list.is_dense)
      dense_.emplace_back(limit);
    else
      halves += sizes[tag];
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

// From here on `sizes` counts what has been written.
void PostingLists::fill(const Xapian::Database& database, std::vector<std::uint64_t>& sizes) {
  std::fill(sizes.begin(), sizes.end(), 0);
  std::vector<OpenBlock> open(lists_.size());
  for_each_tag_list(database, [&](std::uint32_t document, const auto& tags) {
    for (const store::PlacedTag& placed : tags) {
      const auto tag = static_cast<std::size_t>(placed.tag);
      const List& list = lists_[tag];
      if (list.is_dense) {
        dense_[list.place].insert(document);
        continue;
      }
      OpenBlock& block = open[tag];
      std::uint16_t* const begin = halves_.data() + list.place;
      if (sizes[tag] == 0 || block.high != high_half(document)) {
        block = {high_half(document), 0};
        begin[sizes[tag]] = block.high;
        sizes[tag] += kBlockHead;
      } else {
        ++block.numbers_less_one;
      }
      begin[sizes[tag]++] = static_cast<std::uint16_t>(document & 0xFFFF);
      begin[sizes[tag] - block.numbers_less_one - kBlockHead] = block.numbers_less_one;
    }
  });
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
  return list.is_dense ? &dense_[list.place] : nullptr;
}

std::size_t PostingLists::bytes() const noexcept {
  return lists_.size() * sizeof(List) + exceptional_.size() / 8 +
         halves_.size() * sizeof(std::uint16_t) +
         (dense_.empty() ? 0 : dense_.size() * dense_.front().bytes());
}

}  // namespace ficsearch::snapshot
