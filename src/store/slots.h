// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/search.h"
#include "store/terms.h"

namespace ficsearch::store {

// Value slots of a document. The numbers are written to disk: never renumber, only append.
// docs/format.md lists them.
enum class Slot : std::uint32_t {
  published = 0,
  updated = 1,
  words = 2,
  kudos = 3,
  hits = 4,
  comments = 5,
  bookmarks = 6,
  rating = 7,
  title = 8,          // collation key
  tags = 9,           // every tag, see encode_tags
  content_hash = 10,  // XXH3-128 of the record
  work_id = 11,
  language = 12,  // written form, if the work has one
  status = 13     // the same
};

Slot slot_of(Field field) noexcept;

// A number as a value of `field`: big-endian, so that bytes compare as numbers do; dates are biased
// to be unsigned. An absent number is an empty value, which is less than every other.
std::string encode_value(Field field, std::int64_t number);
// Needs what encode_value made.
std::int64_t decode_value(Field field, std::string_view value) noexcept;
// The least and greatest numbers that a value of `field` can hold.
std::int64_t least_number(Field field) noexcept;
std::int64_t greatest_number(Field field) noexcept;

// Where a work bears a tag: one bit for each way, or-ed.
enum TagPlaces : std::uint8_t {
  kOpenInMain = 1,     // in the work itself or a main part, not a spoiler
  kOpenInSide = 2,     // in a part that is not main, not a spoiler
  kSpoilerInMain = 4,  // in the work itself or a main part, as a spoiler
  kSpoilerInSide = 8,  // in a part that is not main, as a spoiler
};

struct PlacedTag {
  TagId tag;
  std::uint8_t places;  // of TagPlaces

  friend bool operator==(const PlacedTag&, const PlacedTag&) = default;
};

// All tags of a work in one value: ascending numbers, as differences. `tags` must be sorted, each
// tag once.
std::string encode_tags(const std::vector<PlacedTag>& tags);

// Puts what encode_tags was given into `tags`, whose memory is reused. Throws
// Error(`index_corrupt`) if it is broken.
void decode_tags(std::string_view value, std::vector<PlacedTag>& tags);

// The places that count under these settings of a search: exclusion always looks at all of them.
std::uint8_t counted_places(Spoilers spoilers, PartScope scope) noexcept;

}  // namespace ficsearch::store
