// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace ficsearch {

// The kind of a tag. The numbers are written to disk: never renumber, only append.
enum class Facet : std::uint8_t {
  freeform = 0,
  fandom = 1,
  character = 2,
  relationship = 3,
  genre = 4,
  trope = 5,
  warning = 6,
  advisory = 7,
  perspective = 8,
  role = 9,
  medium = 10,
  author = 11,
  series = 12,
  collection = 13,
  language = 14,
  rating = 15,
  status = 16,
};

inline constexpr std::array kAllFacets{
    Facet::fandom,  Facet::character, Facet::relationship, Facet::genre,    Facet::trope,
    Facet::warning, Facet::advisory,  Facet::perspective,  Facet::role,     Facet::medium,
    Facet::author,  Facet::series,    Facet::collection,   Facet::language, Facet::rating,
    Facet::status,  Facet::freeform,
};

// The lower-case English name, such as "fandom".
std::string_view to_string(Facet facet) noexcept;

// The facet of exactly that name; nullopt for any other text. Names are matched without regard to
// ASCII case.
std::optional<Facet> find_facet(std::string_view name) noexcept;

}  // namespace ficsearch
