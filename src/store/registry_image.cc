// SPDX-License-Identifier: GPL-3.0-or-later
// An entry is packed as facet byte, written form, folded key and sounds, each text with its length
// in front as a varint; a folded key that is the written form has length 0.
#include "store/registry_image.h"

#include <bit>
#include <functional>

#include "ficsearch/error.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

std::string_view taken_text(std::string_view& bytes) {
  std::uint64_t length = 0;
  take_varint(bytes, length);
  const std::string_view text = bytes.substr(0, length);
  bytes.remove_prefix(length);
  return text;
}

}  // namespace

RegistryImage::RegistryImage(const TagRegistry& registry) {
  places_.reserve(registry.size());
  registry.for_each([&](const TagEntry& entry) {
    if (static_cast<std::size_t>(entry.id) != places_.size())
      throw Error(ErrorCode::index_corrupt, "the tag registry of the index has a gap", {},
                  "restore a backup, or import the works into a new index");
    places_.push_back(packed_.size());
    packed_ += static_cast<char>(entry.facet);
    append_text(packed_, entry.written);
    append_text(packed_, entry.fold == entry.written ? std::string_view() : entry.fold);
    append_varint(packed_, entry.sounds.size());
    for (const std::string& sound : entry.sounds) append_text(packed_, sound);
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
  std::string_view rest =
      std::string_view(packed_).substr(places_.at(static_cast<std::size_t>(id)) + 1);
  taken_text(rest);
  taken_text(rest);
  std::uint64_t sounds = 0;
  take_varint(rest, sounds);
  for (; sounds > 0; --sounds) entry.sounds.emplace_back(taken_text(rest));
  return entry;
}

std::vector<TagEntry> RegistryImage::with_fold(std::string_view fold_key) const {
  std::vector<TagEntry> entries;
  for_each_with_fold(fold_key, [&](TagId id) { entries.push_back(entry(id)); });
  return entries;
}

Facet RegistryImage::facet(TagId id) const noexcept {
  return static_cast<Facet>(packed_[places_[static_cast<std::size_t>(id)]]);
}

std::string_view RegistryImage::written(TagId id) const noexcept {
  std::string_view rest =
      std::string_view(packed_).substr(places_[static_cast<std::size_t>(id)] + 1);
  return taken_text(rest);
}

std::string_view RegistryImage::fold(TagId id) const noexcept {
  std::string_view rest =
      std::string_view(packed_).substr(places_[static_cast<std::size_t>(id)] + 1);
  const std::string_view as_written = taken_text(rest);
  const std::string_view key = taken_text(rest);
  return key.empty() ? as_written : key;
}

std::size_t RegistryImage::bytes() const noexcept {
  return packed_.capacity() + places_.size() * sizeof(std::uint64_t) +
         slots_.size() * sizeof(std::uint32_t);
}

}  // namespace ficsearch::store
