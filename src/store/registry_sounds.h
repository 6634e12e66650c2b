// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/byte_chunks.h"
#include "store/registry.h"

namespace ficsearch::store {

// The reading keys of every entry of a tag registry in memory. Names in kanji have many, which take
// more room than all names: only completion needs them. Immutable; any number of threads may read.
class RegistrySounds {
 public:
  // Throws what the registry throws, and Error(`query_limit`) for more than 4 GB of sounds.
  explicit RegistrySounds(const TagRegistry& registry);

  // Calls visit(std::string_view) with each reading key, likeliest first. They are valid as long as
  // this.
  template <typename Visit>
  void for_each(TagId id, Visit&& visit) const {
    const std::uint32_t place = places_[static_cast<std::size_t>(id)];
    if (place == kNone) return;
    for (const char* next = sounds_.at(place); *next != kEnd;) {
      const char* end = next;
      while (*end != kEndOfOne) ++end;
      visit(std::string_view(next, static_cast<std::size_t>(end - next)));
      next = end + 1;
    }
  }

  std::size_t bytes() const noexcept {
    return sounds_.bytes() + places_.size() * sizeof(std::uint32_t);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  // No byte of UTF-8.
  static constexpr char kEndOfOne = '\xFF';
  static constexpr char kEnd = '\xFE';

  base::ByteChunks sounds_;
  std::vector<std::uint32_t> places_;  // by TagId
};

}  // namespace ficsearch::store
