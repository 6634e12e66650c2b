// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ficsearch::tags {

// Finds which of many keys begin at a place of a text, one character after the other.
//
// Children live in one open hash table of (node, character), some megabytes for a dictionary. A
// filter of a bit for each hash says of most characters that no key goes on with them, and is small
// enough to stay in a core's cache. Threads: const members may run in any number
// of threads at once.
class SpellingTrie {
 public:
  enum class Node : std::uint32_t {};
  static constexpr Node kRoot{0};

  SpellingTrie();

  // Gives `key` the number `value`, in place of any that it had. Needs a key that is not empty.
  void add(std::u32string_view key, std::uint32_t value);

  // The number of exactly `key`.
  std::optional<std::uint32_t> find(std::u32string_view key) const noexcept;

  std::optional<Node> step(Node from, char32_t c) const noexcept;
  // The number of the key that ends at `node`, if one does.
  std::optional<std::uint32_t> value(Node node) const noexcept;

 private:
  struct Edge {
    std::uint64_t from = kFree;  // node and character
    std::uint32_t to = 0;
  };
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  static constexpr std::uint32_t kNoValue = ~std::uint32_t{0};

  bool may_have(std::uint64_t from) const noexcept;
  void add_edge(const Edge& edge);
  std::size_t slot_of(std::uint64_t from) const noexcept;
  Node step_or_add(Node from, char32_t c);
  void grow();

  std::vector<Edge> edges_;            // a power of two, at most half full
  std::vector<std::uint64_t> filter_;  // four bits for each place of edges_
  std::vector<std::uint32_t> values_;
};

}  // namespace ficsearch::tags
