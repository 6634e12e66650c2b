// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_image.h"

#include <bit>
#include <limits>

#include "ficsearch/error.h"

namespace ficsearch::store {
namespace {

// Far above what a tag may have (base/utf8.h) and what folding or reading makes of it.
template <typename Small>
Small checked(std::size_t size) {
  if (size > std::numeric_limits<Small>::max())
    throw Error(ErrorCode::index_corrupt,
                "the tag registry of the index has an entry of an impossible size", {},
                "restore a backup, or import the works into a new index");
  return static_cast<Small>(size);
}

}  // namespace

RegistryImage::RegistryImage(const TagRegistry& registry) {
  places_.reserve(registry.size());
  registry.for_each([&](const TagEntry& entry) {
    if (static_cast<std::size_t>(entry.id) != places_.size())
      throw Error(ErrorCode::index_corrupt, "the tag registry of the index has a gap", {},
                  "restore a backup, or import the works into a new index");
    places_.push_back(packed_.size());
    const std::string_view fold = entry.fold == entry.written ? std::string_view() : entry.fold;
    const Header of{checked<std::uint16_t>(entry.written.size()),
                    checked<std::uint16_t>(fold.size()), entry.facet,
                    checked<std::uint8_t>(entry.sounds.size())};
    packed_.append(reinterpret_cast<const char*>(&of), sizeof of);
    packed_.append(entry.written).append(fold);
    for (const std::string& sound : entry.sounds) {
      const auto bytes = checked<std::uint16_t>(sound.size());
      packed_.append(reinterpret_cast<const char*>(&bytes), sizeof bytes).append(sound);
    }
  });
  packed_.shrink_to_fit();
  if (places_.empty()) return;
  slots_.resize(std::bit_ceil(places_.size() * 2));
  for (std::uint32_t id = 0; id < places_.size(); ++id) {
    std::size_t slot = slot_of(fold(static_cast<TagId>(id)));
    while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
    slots_[slot] = id + 1;
  }
}

TagEntry RegistryImage::entry(TagId id) const {
  TagEntry entry;
  entry.id = id;
  entry.facet = facet(id);
  entry.written = written(id);
  entry.fold = fold(id);
  for_each_sound(id, [&](std::string_view sound) { entry.sounds.emplace_back(sound); });
  return entry;
}

std::vector<TagEntry> RegistryImage::with_fold(std::string_view fold_key) const {
  std::vector<TagEntry> entries;
  for_each_with_fold(fold_key, [&](TagId id) { entries.push_back(entry(id)); });
  return entries;
}

std::size_t RegistryImage::bytes() const noexcept {
  return packed_.capacity() + places_.size() * sizeof(std::uint64_t) +
         slots_.size() * sizeof(std::uint32_t);
}

}  // namespace ficsearch::store
