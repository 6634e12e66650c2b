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

// Every snapshot reads the lists of all works, so the common steps of one or two bytes are taken
// without a call.
void decode_tags(std::string_view value, std::vector<PlacedTag>& tags) {
  tags.clear();
  std::uint64_t tag = 0;
  while (!value.empty()) {
    const auto first = static_cast<unsigned char>(value[0]);
    const auto second = static_cast<unsigned char>(value.size() > 1 ? value[1] : '\0');
    std::uint64_t step = first;
    if (first < 0x80) {
      value.remove_prefix(1);
    } else if (value.size() > 1 && second < 0x80) {
      step = (first & 0x7FU) | std::uint64_t{second} << 7;
      value.remove_prefix(2);
    } else if (!take_varint(value, step)) {
      fail_tags();
    }
    if ((tag += step >> 4) > UINT32_MAX) fail_tags();
    tags.push_back({static_cast<TagId>(tag), static_cast<std::uint8_t>(step & 15)});
  }
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
