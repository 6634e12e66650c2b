// SPDX-License-Identifier: GPL-3.0-or-later
// Most written forms are their folded keys with some capitals. So an entry is packed as
//   a byte: facet, and in the two upper bits how the written form is told;
//   the size of the folded key as a varint, and the key;
//   for capitals, a bit for each byte of the key; for anything else, size and written form.
#include "store/registry_image.h"

#include <xxhash.h>

#include <bit>

#include "ficsearch/error.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

enum Writing : unsigned char { kAsFolded, kWithCapitals, kOtherwise };
constexpr unsigned kFacetBits = 6;

char upper(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

Writing writing_of(const TagEntry& entry) {
  if (entry.written == entry.fold) return kAsFolded;
  if (entry.written.size() != entry.fold.size()) return kOtherwise;
  for (std::size_t i = 0; i < entry.fold.size(); ++i)
    if (entry.written[i] != entry.fold[i] && entry.written[i] != upper(entry.fold[i]))
      return kOtherwise;
  return kWithCapitals;
}

void append_text(std::string& packed, std::string_view text) {
  append_varint(packed, text.size());
  packed += text;
}

void pack(const TagEntry& entry, std::string& packed) {
  const Writing writing = writing_of(entry);
  packed.assign(1, static_cast<char>(static_cast<unsigned>(entry.facet) | writing << kFacetBits));
  append_text(packed, entry.fold);
  if (writing == kOtherwise) append_text(packed, entry.written);
  if (writing != kWithCapitals) return;
  const std::size_t begin = packed.size();
  packed.resize(begin + (entry.fold.size() + 7) / 8);
  for (std::size_t i = 0; i < entry.fold.size(); ++i)
    if (entry.written[i] != entry.fold[i])
      packed[begin + i / 8] = static_cast<char>(packed[begin + i / 8] | 1 << (i % 8));
}

std::size_t taken_size(const char*& bytes) noexcept {
  std::size_t size = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*bytes++);
    size |= std::size_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return size;
  }
}

}  // namespace

struct RegistryImage::Entry {
  Facet facet;
  Writing writing;
  std::string_view fold;
  const char* rest;
};

RegistryImage::Entry RegistryImage::unpacked(TagId id) const noexcept {
  const char* bytes = entries_.at(places_[static_cast<std::size_t>(id)]);
  const auto first = static_cast<unsigned char>(*bytes++);
  const std::size_t size = taken_size(bytes);
  return {static_cast<Facet>(first & ((1U << kFacetBits) - 1)),
          static_cast<Writing>(first >> kFacetBits),
          {bytes, size},
          bytes + size};
}

RegistryImage::RegistryImage(const TagRegistry& registry) {
  std::vector<std::uint32_t> places;
  places.reserve(registry.size());
  std::string packed;
  registry.for_each([&](const TagEntry& entry) {
    if (static_cast<std::size_t>(entry.id) != places.size())
      throw Error(ErrorCode::index_corrupt, "the tag registry of the index has a gap", {},
                  "restore a backup, or import the works into a new index");
    pack(entry, packed);
    const auto place = entries_.add(packed);
    if (!place)
      throw Error(ErrorCode::query_limit, "the names of the tags take more than 4 GB", {},
                  "split the archive over several indexes");
    places.push_back(*place);
  });
  places_ = base::PackedNumbers(places);
  fill_slots();
}

void RegistryImage::fill_slots() {
  constexpr std::size_t kTenthsFull = 7;
  if (places_.size() == 0) return;
  slots_.resize(places_.size() * 10 / kTenthsFull + 1);
  shares_fold_.resize(places_.size());
  id_mask_ = static_cast<std::uint32_t>((std::uint64_t{1} << std::bit_width(size())) - 1);
  for (std::uint32_t id = 0; id < size(); ++id) {
    const std::string_view own_fold = fold(static_cast<TagId>(id));
    const Probe probe = probe_of(own_fold);
    std::size_t slot = probe.slot;
    for (; slots_[slot] != 0; slot = next(slot)) {
      if ((slots_[slot] & ~id_mask_) != probe.mark) continue;
      const std::uint32_t other = (slots_[slot] & id_mask_) - 1;
      if (fold(static_cast<TagId>(other)) == own_fold)
        shares_fold_[id] = shares_fold_[other] = true;
    }
    slots_[slot] = probe.mark | (id + 1);
  }
}

RegistryImage::Probe RegistryImage::probe_of(std::string_view fold_key) const noexcept {
  const std::uint64_t hash = XXH3_64bits(fold_key.data(), fold_key.size());
  return {static_cast<std::size_t>((hash >> 32) * slots_.size() >> 32),
          static_cast<std::uint32_t>(hash) & ~id_mask_};
}

Facet RegistryImage::facet(TagId id) const noexcept {
  return unpacked(id).facet;
}

std::string_view RegistryImage::fold(TagId id) const noexcept {
  return unpacked(id).fold;
}

std::string RegistryImage::written(TagId id) const {
  const Entry entry = unpacked(id);
  if (entry.writing == kOtherwise) {
    const char* bytes = entry.rest;
    const std::size_t size = taken_size(bytes);
    return {bytes, size};
  }
  std::string written(entry.fold);
  if (entry.writing == kWithCapitals)
    for (std::size_t i = 0; i < written.size(); ++i)
      if ((static_cast<unsigned char>(entry.rest[i / 8]) >> (i % 8) & 1) != 0)
        written[i] = upper(written[i]);
  return written;
}

TagEntry RegistryImage::entry(TagId id) const {
  return {id, facet(id), written(id), std::string(fold(id))};
}

std::vector<TagEntry> RegistryImage::with_fold(std::string_view fold_key) const {
  std::vector<TagEntry> entries;
  for_each_with_fold(fold_key, [&](TagId id) { entries.push_back(entry(id)); });
  return entries;
}

std::size_t RegistryImage::bytes() const noexcept {
  return entries_.bytes() + places_.bytes() + slots_.size() * sizeof(std::uint32_t) +
         shares_fold_.size() / 8;
}

}  // namespace ficsearch::store
