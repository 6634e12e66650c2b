// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_colophon.h"

#include <charconv>
#include <chrono>
#include <cstddef>
#include <system_error>

namespace ficsearch::ingest {
namespace {

// Takes a number and the `unit` behind it off the front of `line`.
std::optional<unsigned> take_number(std::string_view& line, std::string_view unit) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc()) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  if (!line.starts_with(unit)) return std::nullopt;
  line.remove_prefix(unit.size());
  return number;
}

// Takes "1997年11月4日" off the front of `line`.
std::optional<std::int64_t> take_date(std::string_view& line) {
  const auto year = take_number(line, "年");
  const auto month = year ? take_number(line, "月") : std::nullopt;
  const auto day = month ? take_number(line, "日") : std::nullopt;
  if (!day || *year > 9999) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::sys_days(date)).time_since_epoch().count();
}

}  // namespace

AozoraDates find_aozora_dates(const std::vector<std::string_view>& colophon) {
  AozoraDates dates;
  for (std::string_view line : colophon) {
    const auto date = take_date(line);
    if (!date) continue;
    if ((line == "公開" || line == "作成") && !dates.released) dates.released = date;
    if (line == "修正") dates.corrected = date;
  }
  return dates;
}

}  // namespace ficsearch::ingest
