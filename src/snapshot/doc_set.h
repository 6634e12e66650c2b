// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "snapshot/doc_bits.h"

namespace ficsearch::snapshot {

// A set of document numbers to keep: a sorted list while it is sparse, bits once they are smaller.
// Immutable, so threads may share it.
class DocSet {
 public:
  // Of sorted numbers, each once and below `limit`.
  DocSet(std::vector<std::uint32_t> numbers, std::uint32_t limit);
  explicit DocSet(const DocBits& bits);

  std::uint64_t count() const noexcept;
  // Of memory.
  std::size_t bytes() const noexcept;
  bool contains(std::uint32_t number) const noexcept;
  // Puts its numbers into `bits`.
  void add_to(DocBits& bits) const noexcept;
  // Takes its numbers from `bits`.
  void subtract_from(DocBits& bits) const noexcept;

  template <typename Visit>
  void for_each(Visit&& visit) const {
    if (const auto* bits = std::get_if<DocBits>(&numbers_)) return bits->for_each(visit);
    for (const std::uint32_t number : std::get<List>(numbers_)) visit(number);
  }

 private:
  using List = std::vector<std::uint32_t>;
  std::variant<List, DocBits> numbers_;
};

}  // namespace ficsearch::snapshot
