// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/registry.h"

namespace ficsearch::store {

// Every entry of a tag registry in memory, packed: about 70 bytes each. For processes that answer
// many searches, which would otherwise look each spelling up in the index. Immutable; any number of
// threads may read.
class RegistryImage {
 public:
  // Throws what the registry throws.
  explicit RegistryImage(const TagRegistry& registry);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(places_.size()); }
  // As TagRegistry gives them.
  TagEntry entry(TagId id) const;
  std::vector<TagEntry> with_fold(std::string_view fold) const;

  // Valid as long as the image.
  Facet facet(TagId id) const noexcept;
  std::string_view written(TagId id) const noexcept;
  std::string_view fold(TagId id) const noexcept;
  // Calls visit(TagId) with each entry of this folded key, in the order they were first seen.
  template <typename Visit>
  void for_each_with_fold(std::string_view fold_key, Visit&& visit) const {
    if (slots_.empty()) return;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = slot_of(fold_key); slots_[slot] != 0; slot = (slot + 1) & mask)
      if (const auto id = static_cast<TagId>(slots_[slot] - 1); fold(id) == fold_key) visit(id);
  }

  std::size_t bytes() const noexcept;

 private:
  std::size_t slot_of(std::string_view fold_key) const noexcept {
    return std::hash<std::string_view>()(fold_key) & (slots_.size() - 1);
  }

  std::string packed_;                 // the entries one behind the other
  std::vector<std::uint64_t> places_;  // by TagId: where its entry begins
  std::vector<std::uint32_t> slots_;   // hash table by folded key with linear probing: TagId + 1
};

}  // namespace ficsearch::store
