// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_chunks.h"
#include "base/packed_numbers.h"
#include "store/registry.h"

namespace ficsearch::store {

// Every entry of a tag registry in memory, packed: its folded key, what the written form has beyond
// that, and some 9 bytes. For processes that answer many searches, which would otherwise look each
// spelling up in the index. Immutable; any number of threads may read.
class RegistryImage {
 public:
  // Throws what the registry throws, and Error(`query_limit`) for more than 4 GB of names.
  explicit RegistryImage(const TagRegistry& registry);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(places_.size()); }
  // As TagRegistry gives them.
  TagEntry entry(TagId id) const;
  std::vector<TagEntry> with_fold(std::string_view fold) const;

  Facet facet(TagId id) const noexcept;
  std::string written(TagId id) const;
  // Valid as long as the image.
  std::string_view fold(TagId id) const noexcept;

  // Whether another entry has the same folded key.
  bool shares_fold(TagId id) const noexcept { return shares_fold_[static_cast<std::size_t>(id)]; }
  // Calls visit(TagId) with each entry of this folded key, in the order they were first seen.
  template <typename Visit>
  void for_each_with_fold(std::string_view fold_key, Visit&& visit) const {
    if (slots_.empty()) return;
    const Probe probe = probe_of(fold_key);
    for (std::size_t slot = probe.slot; slots_[slot] != 0; slot = next(slot)) {
      if ((slots_[slot] & ~id_mask_) != probe.mark) continue;
      if (const auto id = static_cast<TagId>((slots_[slot] & id_mask_) - 1); fold(id) == fold_key)
        visit(id);
    }
  }

  std::size_t bytes() const noexcept;

 private:
  struct Entry;
  Entry unpacked(TagId id) const noexcept;

  struct Probe {
    std::size_t slot;    // the first
    std::uint32_t mark;  // the bits of a slot that hold no id
  };
  Probe probe_of(std::string_view fold_key) const noexcept;
  std::size_t next(std::size_t slot) const noexcept {
    return slot + 1 == slots_.size() ? 0 : slot + 1;
  }
  void fill_slots();

  base::ByteChunks entries_;
  base::PackedNumbers places_;  // by TagId: where its entry begins
  // Hash table by folded key with linear probing: TagId + 1, and in the bits that ids leave free
  // some of the hash, so that few keys are compared in vain.
  std::vector<std::uint32_t> slots_;
  std::uint32_t id_mask_ = 0;
  std::vector<bool> shares_fold_;  // by TagId
};

}  // namespace ficsearch::store
