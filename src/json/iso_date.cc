// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/iso_date.h"

#include <chrono>
#include <string_view>

namespace ficsearch::json {
namespace {

void append_padded(std::string& out, long long value, std::size_t digits) {
  const std::string text = std::to_string(value < 0 ? -value : value);
  if (value < 0) out += '-';
  out.append(digits > text.size() ? digits - text.size() : 0, '0');
  out += text;
}

}  // namespace

std::string iso_date(std::int64_t seconds) {
  using std::chrono::days;
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<days>(instant);
  const std::chrono::year_month_day date(day);
  std::string text;
  append_padded(text, static_cast<int>(date.year()), 4);
  text += '-';
  append_padded(text, static_cast<unsigned>(date.month()), 2);
  text += '-';
  append_padded(text, static_cast<unsigned>(date.day()), 2);
  const std::chrono::hh_mm_ss time(instant - day);
  if (time.to_duration() == std::chrono::seconds(0)) return text;
  text += 'T';
  append_padded(text, time.hours().count(), 2);
  text += ':';
  append_padded(text, time.minutes().count(), 2);
  text += ':';
  append_padded(text, time.seconds().count(), 2);
  return text + 'Z';
}

}  // namespace ficsearch::json
