// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/range_value.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace ficsearch::query {
namespace {

constexpr std::int64_t kMaxNumber = 1'000'000'000'000'000;
constexpr std::int64_t kMaxAgeDays = 100'000;

std::int64_t seconds_of(std::chrono::year_month_day date) {
  return std::chrono::sys_days(date).time_since_epoch().count() * kSecondsPerDay;
}

// Takes leading digits off `text`; nullopt if there are none or they exceed kMaxNumber.
std::optional<std::int64_t> take_digits(std::string_view& text) {
  std::size_t count = 0;
  std::int64_t value = 0;
  for (; count < text.size() && base::is_ascii_digit(text[count]); ++count) {
    value = value * 10 + (text[count] - '0');
    if (value > kMaxNumber) return std::nullopt;
  }
  if (count == 0) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

// A number of exactly `digits` digits at the front of `text`, which it is taken off.
std::optional<int> take_fixed(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  std::string_view head = text.substr(0, digits);
  const auto value = take_digits(head);
  if (!value || !head.empty()) return std::nullopt;
  text.remove_prefix(digits);
  return static_cast<int>(*value);
}

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

std::optional<std::int64_t> find_multiplier(std::string_view suffix) {
  if (suffix.empty()) return 1;
  if (base::equal_ignoring_case(suffix, "k")) return 1'000;
  if (base::equal_ignoring_case(suffix, "m")) return 1'000'000;
  if (suffix == "万" || suffix == "萬") return 10'000;
  return std::nullopt;
}

// Commas must group thousands, and a fraction must come out whole: 1.5k is 1,500, 1.5 is nothing.
std::optional<std::int64_t> find_number(std::string_view text) {
  const std::size_t first_group = text.find_first_not_of("0123456789");
  auto value = take_digits(text);
  if (!value) return std::nullopt;
  if (text.starts_with(',') && first_group > 3) return std::nullopt;
  while (take(text, ",")) {
    const auto group = take_fixed(text, 3);
    if (!group || *value > kMaxNumber / 1000) return std::nullopt;
    value = *value * 1000 + *group;
  }
  std::string_view fraction;
  if (take(text, ".")) {
    const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
    fraction = text.substr(0, length);
    if (fraction.empty()) return std::nullopt;
    text.remove_prefix(length);
  }
  auto multiplier = find_multiplier(text);
  if (!multiplier || *value > kMaxNumber / *multiplier) return std::nullopt;
  std::int64_t number = *value * *multiplier;
  for (const char digit : fraction) {
    if (*multiplier == 1 && digit != '0') return std::nullopt;
    if (*multiplier == 1) continue;
    *multiplier /= 10;
    number += *multiplier * (digit - '0');
  }
  if (number > kMaxNumber) return std::nullopt;
  return number;
}

// The seconds of a clock time behind a date: HH:MM or HH:MM:SS, with Z or nothing.
std::optional<Span> find_clock(std::string_view text) {
  const auto hour = take_fixed(text, 2);
  if (!hour || *hour > 23 || !take(text, ":")) return std::nullopt;
  const auto minute = take_fixed(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  Span span{*hour * 3600 + *minute * 60, *hour * 3600 + *minute * 60 + 59};
  if (take(text, ":")) {
    const auto second = take_fixed(text, 2);
    if (!second || *second > 59) return std::nullopt;
    span = {span.first + *second, span.first + *second};
  }
  take(text, "Z");
  if (!text.empty()) return std::nullopt;
  return span;
}

std::optional<Span> find_date(std::string_view text) {
  namespace chrono = std::chrono;
  const auto year_number = take_fixed(text, 4);
  if (!year_number || *year_number == 0) return std::nullopt;
  const chrono::year year{*year_number};
  if (text.empty())
    return Span{seconds_of(year / 1 / 1), seconds_of(year / 12 / 31) + kSecondsPerDay - 1};

  if (!take(text, "-")) return std::nullopt;
  const auto month_number = take_fixed(text, 2);
  if (!month_number) return std::nullopt;
  const chrono::year_month month = year / *month_number;
  if (!month.ok()) return std::nullopt;
  if (text.empty())
    return Span{seconds_of(month / 1),
                seconds_of(chrono::year_month_day(month / chrono::last)) + kSecondsPerDay - 1};

  if (!take(text, "-")) return std::nullopt;
  const auto day_number = take_fixed(text, 2);
  if (!day_number) return std::nullopt;
  const chrono::year_month_day day = month / *day_number;
  if (!day.ok()) return std::nullopt;
  const std::int64_t midnight = seconds_of(day);
  if (text.empty()) return Span{midnight, midnight + kSecondsPerDay - 1};

  if (!take(text, "T")) return std::nullopt;
  const auto clock = find_clock(text);
  if (!clock) return std::nullopt;
  return Span{midnight + clock->first, midnight + clock->last};
}

}  // namespace

ValueKind value_kind_of(Field field) {
  switch (field) {
    case Field::published:
    case Field::updated:
      return ValueKind::date;
    case Field::rating:
      return ValueKind::rating;
    case Field::words:
    case Field::kudos:
    case Field::hits:
    case Field::comments:
    case Field::bookmarks:
    case Field::title:  // not a range field: the parser never asks
      break;
  }
  return ValueKind::number;
}

Span limits_of(ValueKind kind) {
  using namespace std::chrono_literals;
  switch (kind) {
    case ValueKind::number:
      return {0, kMaxNumber};
    case ValueKind::date:
      return {seconds_of(1y / 1 / 1), seconds_of(9999y / 12 / 31) + kSecondsPerDay - 1};
    case ValueKind::rating:
      break;
  }
  return {static_cast<std::int64_t>(Rating::general), static_cast<std::int64_t>(Rating::explicit_)};
}

std::string to_ascii_signs(std::string_view text) {
  std::string ascii;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = base::next_code_point(text, offset);
    if (c >= U'！' && c <= U'～')
      base::append_code_point(ascii, c - U'！' + U'!');
    else if (c == U'≥' || c == U'≧')
      ascii += ">=";
    else if (c == U'≤' || c == U'≦')
      ascii += "<=";
    else
      base::append_code_point(ascii, c);
  }
  return ascii;
}

std::optional<Span> find_span(ValueKind kind, std::string_view text) {
  if (kind == ValueKind::date) return find_date(text);
  std::optional<std::int64_t> value;
  if (kind == ValueKind::number) value = find_number(text);
  if (kind == ValueKind::rating)
    if (const auto rating = find_rating(text)) value = static_cast<std::int64_t>(*rating);
  if (!value) return std::nullopt;
  return Span{*value, *value};
}

std::optional<std::int64_t> find_age(std::string_view text) {
  const auto count = take_digits(text);
  if (!count || *count == 0) return std::nullopt;
  take(text, " ");
  if (text.ends_with(" ago")) text.remove_suffix(4);
  static constexpr std::array<std::pair<std::string_view, std::int64_t>, 12> kUnits{{
      {"d", 1},
      {"day", 1},
      {"days", 1},
      {"w", 7},
      {"week", 7},
      {"weeks", 7},
      {"m", 30},
      {"month", 30},
      {"months", 30},
      {"y", 365},
      {"year", 365},
      {"years", 365},
  }};
  for (const auto& [name, days] : kUnits)
    if (base::equal_ignoring_case(text, name) && *count <= kMaxAgeDays / days)
      return *count * days * kSecondsPerDay;
  return std::nullopt;
}

std::optional<Rating> find_rating(std::string_view name) {
  const std::string ascii = to_ascii_signs(name);
  for (const Rating rating : {Rating::general, Rating::teen, Rating::mature, Rating::explicit_}) {
    const std::string_view full = ficsearch::to_string(rating);
    if (base::equal_ignoring_case(ascii, full) ||
        base::equal_ignoring_case(ascii, full.substr(0, 1)))
      return rating;
  }
  return std::nullopt;
}

}  // namespace ficsearch::query
