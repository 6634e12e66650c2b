// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/slots.h"

#include <limits>

#include "ficsearch/error.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

constexpr std::uint64_t kDateBias = std::uint64_t{1} << 63;

std::size_t width_of(Field field) noexcept {
  switch (field) {
    case Field::published:
    case Field::updated:
      return 8;
    case Field::rating:
      return 1;
    default:
      return 4;
  }
}

bool is_date(Field field) noexcept {
  return field == Field::published || field == Field::updated;
}

[[noreturn]] void fail_tags() {
  throw Error(ErrorCode::index_corrupt, "the tag list of a work is damaged");
}

}  // namespace

Slot slot_of(Field field) noexcept {
  switch (field) {
    case Field::published:
      return Slot::published;
    case Field::updated:
      return Slot::updated;
    case Field::words:
      return Slot::words;
    case Field::kudos:
      return Slot::kudos;
    case Field::hits:
      return Slot::hits;
    case Field::comments:
      return Slot::comments;
    case Field::bookmarks:
      return Slot::bookmarks;
    case Field::rating:
      return Slot::rating;
    case Field::title:
      return Slot::title;
  }
  return Slot::title;
}

std::string encode_value(Field field, std::int64_t number) {
  auto bits = static_cast<std::uint64_t>(number);
  if (is_date(field)) bits ^= kDateBias;
  std::string value(width_of(field), '\0');
  for (auto byte = value.rbegin(); byte != value.rend(); ++byte, bits >>= 8)
    *byte = static_cast<char>(bits);
  return value;
}

std::int64_t decode_value(Field field, std::string_view value) noexcept {
  std::uint64_t bits = 0;
  for (const char byte : value) bits = bits << 8 | static_cast<unsigned char>(byte);
  if (is_date(field)) bits ^= kDateBias;
  return static_cast<std::int64_t>(bits);
}

std::int64_t least_number(Field field) noexcept {
  return is_date(field) ? std::numeric_limits<std::int64_t>::min() : 0;
}

std::int64_t greatest_number(Field field) noexcept {
  return is_date(field) ? std::numeric_limits<std::int64_t>::max()
                        : (std::int64_t{1} << (8 * width_of(field))) - 1;
}

std::string encode_tags(const std::vector<PlacedTag>& tags) {
  std::string value;
  std::uint64_t previous = 0;
  for (const PlacedTag& placed : tags) {
    const auto number = static_cast<std::uint64_t>(placed.tag);
    append_varint(value, (number - previous) << 4 | placed.places);
    previous = number;
  }
  return value;
}

// Every snapshot reads the lists of all works, so it matters that steps of more than a byte are
// taken without a call.
void decode_tags(std::string_view value, std::vector<PlacedTag>& tags) {
  constexpr unsigned kMostShift = 63;
  tags.resize(value.size());  // a byte each at least
  std::size_t count = 0;
  std::uint64_t tag = 0;
  for (const char *next = value.data(), *const end = next + value.size(); next != end;) {
    std::uint64_t byte = static_cast<unsigned char>(*next++);
    std::uint64_t step = byte & 0x7F;
    for (unsigned shift = 7; byte >= 0x80; shift += 7) {
      if (next == end || shift > kMostShift) fail_tags();
      byte = static_cast<unsigned char>(*next++);
      step |= (byte & 0x7F) << shift;
    }
    if ((tag += step >> 4) > UINT32_MAX) fail_tags();
    tags[count++] = {static_cast<TagId>(tag), static_cast<std::uint8_t>(step & 15)};
  }
  tags.resize(count);
}

std::uint8_t counted_places(Spoilers spoilers, PartScope scope) noexcept {
  std::uint8_t places = kOpenInMain;
  if (scope == PartScope::any) places |= kOpenInSide;
  if (spoilers == Spoilers::all) {
    places |= kSpoilerInMain;
    if (scope == PartScope::any) places |= kSpoilerInSide;
  }
  return places;
}

}  // namespace ficsearch::store
