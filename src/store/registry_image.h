// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
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
  Facet facet(TagId id) const noexcept { return header(id).facet; }
  std::string_view written(TagId id) const noexcept {
    return {texts(id), header(id).written_bytes};
  }
  std::string_view fold(TagId id) const noexcept {
    const Header of = header(id);
    return of.fold_bytes == 0 ? std::string_view(texts(id), of.written_bytes)
                              : std::string_view(texts(id) + of.written_bytes, of.fold_bytes);
  }
  // Calls visit(std::string_view) with each reading key, likeliest first.
  template <typename Visit>
  void for_each_sound(TagId id, Visit&& visit) const {
    const Header of = header(id);
    const char* next = texts(id) + of.written_bytes + of.fold_bytes;
    for (std::uint8_t left = of.sounds; left > 0; --left) {
      std::uint16_t bytes = 0;
      std::memcpy(&bytes, next, sizeof bytes);
      visit(std::string_view(next + sizeof bytes, bytes));
      next += sizeof bytes + bytes;
    }
  }
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

  // An entry is packed as a header, the written form, the folded key unless it is the same, and the
  // sounds, each with its length in front.
  struct Header {
    std::uint16_t written_bytes = 0;
    std::uint16_t fold_bytes = 0;  // 0: the folded key is the written form
    Facet facet = Facet::freeform;
    std::uint8_t sounds = 0;
  };
  Header header(TagId id) const noexcept {
    Header of;
    std::memcpy(&of, packed_.data() + places_[static_cast<std::size_t>(id)], sizeof of);
    return of;
  }
  const char* texts(TagId id) const noexcept {
    return packed_.data() + places_[static_cast<std::size_t>(id)] + sizeof(Header);
  }

  std::string packed_;                 // the entries one behind the other
  std::vector<std::uint64_t> places_;  // by TagId: where its entry begins
  std::vector<std::uint32_t> slots_;   // hash table by folded key with linear probing: TagId + 1
};

}  // namespace ficsearch::store
