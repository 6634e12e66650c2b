// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ficsearch/facet.h"

namespace ficsearch {

// A label on a work or part, as its author wrote it.
struct Tag {
  Facet facet = Facet::freeform;
  std::string name;           // UTF-8 as the archive gave it, 1 to 512 bytes
  std::uint8_t spoiler = 0;   // 0 to 2: how much knowing it gives away
  std::uint8_t strength = 0;  // 1 to 3: how central the theme is; 0: not said

  friend bool operator==(const Tag&, const Tag&) = default;
};

// A chapter, volume or route of a work.
struct Part {
  std::string id;
  std::string kind;  // "chapter", "volume", "route" or what the archive calls it
  std::string title;
  std::string text;
  std::vector<Tag> tags;
  bool main = true;  // false: optional, and left out of part_scope=main

  friend bool operator==(const Part&, const Part&) = default;
};

// How a stretch of a work's text is pronounced, from ruby or a reading field.
struct Reading {
  std::string surface;  // as written, with kanji
  std::string kana;     // as pronounced

  friend bool operator==(const Reading&, const Reading&) = default;
};

// One item of an archive. schema/work.schema.json documents the JSON form; every text is
// well-formed UTF-8.
struct Work {
  std::string id;     // the archive's own, 1 to 512 bytes
  std::string title;  // never empty
  std::vector<std::pair<std::string, std::vector<std::string>>>
      titles;  // by language code, in the given order
  std::vector<std::string> authors;
  std::string summary;
  std::string language;  // BCP 47, as given
  std::string rating;    // as given; rating_of says what it counts as
  std::string status;
  std::string medium;
  std::vector<std::string> series;
  std::vector<std::string> collections;
  std::string url;
  std::optional<std::uint32_t> words;
  std::optional<std::int64_t> published;  // seconds since 1970, UTC
  std::optional<std::int64_t> updated;    // seconds since 1970, UTC
  std::optional<std::uint32_t> kudos;
  std::optional<std::uint32_t> hits;
  std::optional<std::uint32_t> comments;
  std::optional<std::uint32_t> bookmarks;
  std::vector<Tag> tags;
  std::string text;
  std::vector<Part> parts;
  std::vector<Reading> readings;  // each surface and kana once, in order of appearance
  std::vector<std::pair<std::string, std::string>>
      extra;  // unknown keys -> their JSON text, in the given order

  friend bool operator==(const Work&, const Work&) = default;
};

// Ratings in rising order. `unrated` stands outside the order: no comparison holds for it.
enum class Rating : std::uint8_t { unrated = 0, general = 1, teen = 2, mature = 3, explicit_ = 4 };

// What a rating as written counts as: general, teen, mature or explicit in any ASCII case; all else
// is unrated.
Rating rating_of(std::string_view as_written) noexcept;
// "unrated", "general", "teen", "mature" or "explicit".
std::string_view to_string(Rating rating) noexcept;

}  // namespace ficsearch
