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

#include "query/range_value.h"

namespace ficsearch::query {
namespace {

std::string_view hint_of(ValueKind kind) {
  switch (kind) {
    case ValueKind::number:
      return "numbers: 500, 10k, 1.5m, 2万, 10,000; ranges: >=10k, <500, 1k..5k, 1k-5k, ..5k, 1k..";
    case ValueKind::date:
      return "dates: 2020, 2020-05, 2020-05-01, 7d, 2w, 3m, 1y; ranges: >2020-05-01, 2020..2021, "
             "2020.., <7d";
    case ValueKind::rating:
      break;
  }
  return "ratings in order: general, teen, mature, explicit; ranges: <=teen, mature..explicit";
}

enum class Comparison : std::uint8_t { equal, less, less_equal, greater, greater_equal };

// Takes the sign off the front of `text`.
std::optional<Comparison> take_comparison(std::string_view& text) {
  static constexpr std::array<std::pair<std::string_view, Comparison>, 5> kSigns{{
      {">=", Comparison::greater_equal},
      {">", Comparison::greater},
      {"<=", Comparison::less_equal},
      {"<", Comparison::less},
      {"=", Comparison::equal},
  }};
  for (const auto& [sign, comparison] : kSigns) {
    if (!text.starts_with(sign)) continue;
    text.remove_prefix(sign.size());
    return comparison;
  }
  return std::nullopt;
}

class RangeReader {
 public:
  RangeReader(Field field, std::string_view as_typed, const Place& where)
      : field_(field), kind_(value_kind_of(field)), as_typed_(as_typed), where_(where) {}

  Range read() const {
    const std::string ascii = to_ascii_signs(as_typed_);
    std::string_view text = ascii;
    const auto comparison = take_comparison(text);
    const std::size_t dots = text.find("..");
    if (comparison) return compared(*comparison, text);
    if (dots != text.npos) return between(text.substr(0, dots), text.substr(dots + 2));
    const std::size_t hyphen = text.find('-');
    if (kind_ == ValueKind::number && hyphen != text.npos && hyphen > 0 && hyphen + 1 < text.size())
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
    return kind_ == ValueKind::date ? find_age(text) : std::nullopt;
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
  ValueKind kind_;
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
  switch (value_kind_of(field)) {
    case ValueKind::number:
      return std::to_string(value);
    case ValueKind::date:
      return date_text(value, end);
    case ValueKind::rating:
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

}  // namespace ficsearch::query
