// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/spelling_trie.h"

#include <cassert>
#include <utility>

namespace ficsearch::tags {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr unsigned kCodePointBits = 21;

std::uint64_t edge_of(SpellingTrie::Node from, char32_t c) noexcept {
  return static_cast<std::uint64_t>(from) << kCodePointBits | c;
}

// Spreads neighbouring nodes and characters over the table (the constant is 2^64 / golden ratio).
std::uint64_t spread(std::uint64_t from) noexcept {
  const std::uint64_t mixed = from * 0x9E3779B97F4A7C15u;
  return mixed ^ (mixed >> 32);
}

constexpr std::size_t kFilterBitsPerSlot = 4;
constexpr std::size_t kWordBits = 64;
// The filter takes other bits of the hash than the table.
constexpr unsigned kFilterShift = 24;

}  // namespace

SpellingTrie::SpellingTrie()
    : edges_(kFirstSlots),
      filter_(kFirstSlots * kFilterBitsPerSlot / kWordBits),
      values_{kNoValue} {}

bool SpellingTrie::may_have(std::uint64_t from) const noexcept {
  const std::size_t bit =
      static_cast<std::size_t>(spread(from) >> kFilterShift) & (filter_.size() * kWordBits - 1);
  return (filter_[bit / kWordBits] >> (bit % kWordBits) & 1) != 0;
}

void SpellingTrie::add_edge(const Edge& edge) {
  edges_[slot_of(edge.from)] = edge;
  const std::size_t bit = static_cast<std::size_t>(spread(edge.from) >> kFilterShift) &
                          (filter_.size() * kWordBits - 1);
  filter_[bit / kWordBits] |= std::uint64_t{1} << (bit % kWordBits);
}

std::size_t SpellingTrie::slot_of(std::uint64_t from) const noexcept {
  const std::size_t mask = edges_.size() - 1;
  std::size_t slot = static_cast<std::size_t>(spread(from)) & mask;
  while (edges_[slot].from != kFree && edges_[slot].from != from) slot = (slot + 1) & mask;
  return slot;
}

void SpellingTrie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  std::swap(old, edges_);
  filter_.assign(edges_.size() * kFilterBitsPerSlot / kWordBits, 0);
  for (const Edge& edge : old)
    if (edge.from != kFree) add_edge(edge);
}

SpellingTrie::Node SpellingTrie::step_or_add(Node from, char32_t c) {
  if (const auto found = step(from, c)) return *found;
  // Every node but the root has one edge that leads to it.
  if (values_.size() * 2 >= edges_.size()) grow();
  const auto to = static_cast<std::uint32_t>(values_.size());
  const std::uint64_t edge = edge_of(from, c);
  add_edge({edge, to});
  values_.push_back(kNoValue);
  return Node{to};
}

void SpellingTrie::add(std::u32string_view key, std::uint32_t value) {
  assert(!key.empty() && value != kNoValue);
  Node node = kRoot;
  for (const char32_t c : key) node = step_or_add(node, c);
  values_[static_cast<std::size_t>(node)] = value;
}

std::optional<SpellingTrie::Node> SpellingTrie::step(Node from, char32_t c) const noexcept {
  const std::uint64_t edge = edge_of(from, c);
  if (!may_have(edge)) return std::nullopt;
  const Edge& found = edges_[slot_of(edge)];
  if (found.from != edge) return std::nullopt;
  return Node{found.to};
}

std::optional<std::uint32_t> SpellingTrie::find(std::u32string_view key) const noexcept {
  Node node = kRoot;
  for (const char32_t c : key) {
    const auto next = step(node, c);
    if (!next) return std::nullopt;
    node = *next;
  }
  return value(node);
}

std::optional<std::uint32_t> SpellingTrie::value(Node node) const noexcept {
  const std::uint32_t value = values_[static_cast<std::size_t>(node)];
  if (value == kNoValue) return std::nullopt;
  return value;
}

}  // namespace ficsearch::tags
