// SPDX-License-Identifier: GPL-3.0-or-later
// Every value is read as a Span, the first and last integer that it covers: a number covers itself,
// a year all its seconds. Comparisons then need no rule for each kind: "> v" begins behind the last
// of v, "<= v" ends with it. Ages count backwards and are read apart.
#include "query/range_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"

namespace ficsearch::query {
namespace {

constexpr std::int64_t kMaxNumber = 1'000'000'000'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;
constexpr std::int64_t kMaxAgeDays = 100'000;

struct Span {
  std::int64_t first;
  std::int64_t last;
};

enum class Kind : std::uint8_t { number, date, rating };

Kind kind_of(Field field) {
  switch (field) {
    case Field::published:
    case Field::updated:
      return Kind::date;
    case Field::rating:
      return Kind::rating;
    case Field::words:
    case Field::kudos:
    case Field::hits:
    case Field::comments:
    case Field::bookmarks:
    case Field::title:  // not a range field: the parser never asks
      break;
  }
  return Kind::number;
}

std::int64_t seconds_of(std::chrono::year_month_day date) {
  return std::chrono::sys_days(date).time_since_epoch().count() * kSecondsPerDay;
}

// What a value of the kind can be; dates have four-digit years.
Span limits_of(Kind kind) {
  using namespace std::chrono_literals;
  switch (kind) {
    case Kind::number:
      return {0, kMaxNumber};
    case Kind::date:
      return {seconds_of(1y / 1 / 1), seconds_of(9999y / 12 / 31) + kSecondsPerDay - 1};
    case Kind::rating:
      break;
  }
  return {static_cast<std::int64_t>(Rating::general), static_cast<std::int64_t>(Rating::explicit_)};
}

std::string_view hint_of(Kind kind) {
  switch (kind) {
    case Kind::number:
      return "numbers: 500, 10k, 1.5m, 2万, 10,000; ranges: >=10k, <500, 1k..5k, 1k-5k, ..5k, 1k..";
    case Kind::date:
      return "dates: 2020, 2020-05, 2020-05-01, 7d, 2w, 3m, 1y; ranges: >2020-05-01, 2020..2021, "
             "2020.., <7d";
    case Kind::rating:
      break;
  }
  return "ratings in order: general, teen, mature, explicit; ranges: <=teen, mature..explicit";
}

// Full-width ASCII and the signs that IMEs write, as ASCII.
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
    if (*multiplier % 10 != 0 && digit != '0') return std::nullopt;
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

std::optional<Span> find_span(Kind kind, std::string_view text) {
  if (kind == Kind::date) return find_date(text);
  std::optional<std::int64_t> value;
  if (kind == Kind::number) value = find_number(text);
  if (kind == Kind::rating)
    if (const auto rating = find_rating(text)) value = static_cast<std::int64_t>(*rating);
  if (!value) return std::nullopt;
  return Span{*value, *value};
}

// Seconds of an age: "7d", "7 days", "7 days ago".
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

enum class Comparison : std::uint8_t { equal, less, less_equal, greater, greater_equal };

std::optional<Comparison> take_comparison(std::string_view& text) {
  if (take(text, ">=")) return Comparison::greater_equal;
  if (take(text, ">")) return Comparison::greater;
  if (take(text, "<=")) return Comparison::less_equal;
  if (take(text, "<")) return Comparison::less;
  if (take(text, "=")) return Comparison::equal;
  return std::nullopt;
}

class RangeReader {
 public:
  RangeReader(Field field, std::string_view as_typed, const Place& where)
      : field_(field), kind_(kind_of(field)), as_typed_(as_typed), where_(where) {}

  Range read() const {
    const std::string ascii = to_ascii_signs(as_typed_);
    std::string_view text = ascii;
    const auto comparison = take_comparison(text);
    const std::size_t dots = text.find("..");
    if (comparison) return compared(*comparison, text);
    if (dots != text.npos) return between(text.substr(0, dots), text.substr(dots + 2));
    const std::size_t hyphen = text.find('-');
    if (kind_ == Kind::number && hyphen != text.npos && hyphen > 0 && hyphen + 1 < text.size())
      return between(text.substr(0, hyphen), text.substr(hyphen + 1));
    return compared(Comparison::equal, text);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorCode::bad_value, message, where_, std::string(hint_of(kind_)));
  }

  Span span_of(std::string_view text) const {
    if (const auto span = find_span(kind_, text)) return *span;
    static constexpr std::array<std::string_view, 3> kNouns{"a number", "a date or an age",
                                                            "a rating"};
    fail("\"" + std::string(as_typed_) + "\" is not " +
         std::string(kNouns[static_cast<std::size_t>(kind_)]) + " or a range of " +
         std::string(ficsearch::to_string(field_)));
  }

  std::optional<std::int64_t> age_of(std::string_view text) const {
    return kind_ == Kind::date ? find_age(text) : std::nullopt;
  }

  // Younger is later: "<7d" is at least now - 7d.
  Range compared(Comparison comparison, std::string_view text) const {
    const bool above = comparison == Comparison::greater || comparison == Comparison::greater_equal;
    if (const auto age = age_of(text))
      return above ? Range{field_, std::nullopt, age, true}
                   : Range{field_, age, std::nullopt, true};
    const Span span = span_of(text);
    Range range{field_, std::nullopt, std::nullopt, false};
    if (comparison == Comparison::greater) range.low = span.last + 1;
    if (comparison == Comparison::greater_equal) range.low = span.first;
    if (comparison == Comparison::less) range.high = span.first - 1;
    if (comparison == Comparison::less_equal) range.high = span.last;
    if (comparison == Comparison::equal) {
      range.low = span.first;
      range.high = span.last;
    }
    return checked(range);
  }

  Range between(std::string_view from, std::string_view to) const {
    const auto from_age = age_of(from);
    const auto to_age = age_of(to);
    if (from_age && to_age)
      return Range{field_, std::max(*from_age, *to_age), std::min(*from_age, *to_age), true};
    if (from_age || to_age)
      fail("\"" + std::string(as_typed_) +
           "\" needs an age on both sides of \"..\", or on neither");
    Range range{field_, std::nullopt, std::nullopt, false};
    if (!from.empty()) range.low = span_of(from).first;
    if (!to.empty()) range.high = span_of(to).last;
    if (!range.low && !range.high) fail("\"..\" needs a value on one side at least");
    return checked(range);
  }

  // Refuses what no value can satisfy: it is a slip, and the canonical text could not say it.
  Range checked(const Range& range) const {
    const Span limits = limits_of(kind_);
    const std::int64_t low = range.low.value_or(limits.first);
    const std::int64_t high = range.high.value_or(limits.last);
    if (low > high || low > limits.last || high < limits.first)
      fail("no work can lie in the range \"" + std::string(as_typed_) + "\"");
    return range;
  }

  Field field_;
  Kind kind_;
  std::string_view as_typed_;
  const Place& where_;
};

std::string padded(unsigned number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

// The day alone if `seconds` is its first (for a low end) or last second (for a high end).
enum class End : std::uint8_t { low, high };
std::string date_text(std::int64_t seconds, End end) {
  namespace chrono = std::chrono;
  const chrono::sys_seconds time{chrono::seconds(seconds)};
  const chrono::sys_days day = chrono::floor<chrono::days>(time);
  const chrono::year_month_day date(day);
  std::string text = padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" +
                     padded(static_cast<unsigned>(date.month()), 2) + "-" +
                     padded(static_cast<unsigned>(date.day()), 2);
  const std::int64_t clock = (time - day).count();
  if (clock == (end == End::low ? 0 : kSecondsPerDay - 1)) return text;
  const auto part = [](std::int64_t n) { return padded(static_cast<unsigned>(n), 2); };
  return text + "T" + part(clock / 3600) + ":" + part(clock / 60 % 60) + ":" + part(clock % 60) +
         "Z";
}

std::string end_text(Field field, std::int64_t value, End end) {
  switch (kind_of(field)) {
    case Kind::number:
      return std::to_string(value);
    case Kind::date:
      return date_text(value, end);
    case Kind::rating:
      break;
  }
  return std::string(ficsearch::to_string(static_cast<Rating>(value)));
}

std::string age_text(std::int64_t seconds) {
  return std::to_string(seconds / kSecondsPerDay) + "d";
}

std::string relative_text(const Range& range) {
  if (range.low && range.high) return age_text(*range.low) + ".." + age_text(*range.high);
  return range.low ? age_text(*range.low) : ">" + age_text(*range.high);
}

std::string absolute_text(const Range& range) {
  const auto low = [&] { return end_text(range.field, *range.low, End::low); };
  const auto high = [&] { return end_text(range.field, *range.high, End::high); };
  if (!range.high) return ">=" + low();
  if (!range.low) return "<=" + high();
  return low() == high() ? low() : low() + ".." + high();
}

}  // namespace

Range parse_range(Field field, std::string_view text, const Place& where) {
  return RangeReader(field, text, where).read();
}

std::string to_string(const Range& range) {
  return std::string(ficsearch::to_string(range.field)) + ":" +
         (range.relative ? relative_text(range) : absolute_text(range));
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
