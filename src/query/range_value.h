// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ficsearch/search.h"
#include "ficsearch/work.h"

namespace ficsearch::query {

// Single values of a range: numbers, dates, ages and ratings. Texts are those of to_ascii_signs.

inline constexpr std::int64_t kSecondsPerDay = 86'400;

enum class ValueKind : std::uint8_t { number, date, rating };

// Needs a field that has ranges: not the title.
ValueKind value_kind_of(Field field);

// The first and last integer that a value covers: a number covers itself, a year all its seconds.
struct Span {
  std::int64_t first;
  std::int64_t last;
};

// What a value of the kind can be: numbers up to 10^15, dates of four-digit years.
Span limits_of(ValueKind kind);

// Full-width ASCII and the signs that IMEs write, as ASCII.
std::string to_ascii_signs(std::string_view text);

// nullopt for text that is no value of the kind.
std::optional<Span> find_span(ValueKind kind, std::string_view text);

// Seconds of an age of whole days: "7d", "2w", "3m", "1y", "7 days", "7 days ago".
std::optional<std::int64_t> find_age(std::string_view text);

// The rating of that name or initial, in any ASCII case and width.
std::optional<Rating> find_rating(std::string_view name);

}  // namespace ficsearch::query
