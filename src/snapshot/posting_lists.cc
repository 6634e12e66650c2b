// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/posting_lists.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "ficsearch/error.h"
#include "snapshot/tag_stream.h"

namespace ficsearch::snapshot {
namespace {

// A form that more than one work in so many bears gets bits: there they are added up to 50 times
// faster. Always, as bits take little more than differences; and, the most borne first, as far as
// there is memory for faster searches.
constexpr std::uint32_t kDenseShare = 32;
constexpr std::uint32_t kFasterDenseShare = 512;
constexpr std::size_t kFasterDenseBytes = std::size_t{64} << 20;

constexpr std::uint8_t kOpen = store::kOpenInMain;

unsigned varint_bytes(std::uint32_t number) {
  return (static_cast<unsigned>(std::bit_width(number | 1U)) + 6) / 7;
}

void put_varint(unsigned char*& to, std::uint32_t number) {
  for (; number >= 128; number >>= 7) *to++ = static_cast<unsigned char>(number | 128);
  *to++ = static_cast<unsigned char>(number);
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

// How many works and bytes each list has, which says where it stands.
void PostingLists::measure(const Xapian::Database& database, std::vector<std::uint64_t>& sizes) {
  std::vector<std::uint32_t> last(lists_.size());
  for_each_tag_list(database, [&](std::uint32_t document, const auto& tags) {
    ++works_;
    for (const store::PlacedTag& placed : tags) {
      const auto tag = static_cast<std::size_t>(placed.tag);
      if (tag >= lists_.size()) unknown_tag();
      ++lists_[tag].count;
      sizes[tag] += varint_bytes(document - last[tag]);
      last[tag] = document;
      if (placed.places != kOpen) exceptional_[tag] = true;
    }
  });
  const std::uint32_t limit = database.get_lastdocid() + 1;
  const std::uint32_t least_dense = least_dense_count(limit);
  std::uint64_t bytes = 0;
  for (std::size_t tag = 0; tag < lists_.size(); ++tag) {
    List& list = lists_[tag];
    total_ += list.count;
    list.is_dense = list.count > least_dense;
    list.place = list.is_dense ? dense_.size() : bytes;
    if (list.is_dense)
      dense_.emplace_back(limit);
    else
      bytes += sizes[tag];
  }
  bytes_.resize(bytes);
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
  std::vector<std::uint32_t> last(lists_.size());
  for_each_tag_list(database, [&](std::uint32_t document, const auto& tags) {
    for (const store::PlacedTag& placed : tags) {
      const auto tag = static_cast<std::size_t>(placed.tag);
      const List& list = lists_[tag];
      if (list.is_dense) {
        dense_[list.place].insert(document);
        continue;
      }
      unsigned char* const begin = bytes_.data() + list.place + sizes[tag];
      unsigned char* end = begin;
      put_varint(end, document - last[tag]);
      sizes[tag] += static_cast<std::uint64_t>(end - begin);
      last[tag] = document;
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
  return lists_.size() * sizeof(List) + exceptional_.size() / 8 + bytes_.size() +
         (dense_.empty() ? 0 : dense_.size() * dense_.front().bytes());
}

}  // namespace ficsearch::snapshot
