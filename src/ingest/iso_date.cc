// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/iso_date.h"

#include <chrono>
#include <cstddef>

#include "base/ascii.h"

namespace ficsearch::ingest {
namespace {

// Takes pieces off the front of a text; once one is missing, nothing more is taken.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool take(char c) noexcept {
    if (!ok_ || !rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void expect(char c) noexcept { ok_ = take(c); }

  // A number of exactly `digits` digits from `low` to `high`.
  int number(std::size_t digits, int low, int high) noexcept {
    int value = 0;
    ok_ = ok_ && rest_.size() >= digits;
    for (std::size_t i = 0; ok_ && i < digits; ++i) {
      ok_ = base::is_ascii_digit(rest_[i]);
      value = value * 10 + (rest_[i] - '0');
    }
    ok_ = ok_ && value >= low && value <= high;
    if (ok_) rest_.remove_prefix(digits);
    return value;
  }

  void skip_digits() noexcept {
    ok_ = ok_ && !rest_.empty() && base::is_ascii_digit(rest_.front());
    while (!rest_.empty() && base::is_ascii_digit(rest_.front())) rest_.remove_prefix(1);
  }

  bool ok() const noexcept { return ok_; }
  bool at_end() const noexcept { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

std::chrono::seconds scan_time(Scanner& scan) noexcept {
  const int hour = scan.number(2, 0, 23);
  scan.expect(':');
  const int minute = scan.number(2, 0, 59);
  int second = 0;
  if (scan.take(':')) {
    second = scan.number(2, 0, 60);  // 60: a leap second, which counts as the next second
    if (scan.take('.') || scan.take(',')) scan.skip_digits();
  }
  return std::chrono::hours(hour) + std::chrono::minutes(minute) + std::chrono::seconds(second);
}

// "Z", "+09:00", "+0900" or "+09".
std::chrono::seconds scan_offset(Scanner& scan) noexcept {
  if (scan.take('Z') || scan.take('z')) return std::chrono::seconds(0);
  const bool west = scan.take('-');
  if (!west) scan.expect('+');
  const int hour = scan.number(2, 0, 23);
  int minute = 0;
  if (scan.take(':') || !scan.at_end()) minute = scan.number(2, 0, 59);
  const std::chrono::seconds offset = std::chrono::hours(hour) + std::chrono::minutes(minute);
  return west ? -offset : offset;
}

}  // namespace

std::optional<std::int64_t> parse_iso_date(std::string_view text) noexcept {
  Scanner scan(text);
  const std::chrono::year year(scan.number(4, 1, 9999));
  scan.expect('-');
  const std::chrono::month month(static_cast<unsigned>(scan.number(2, 1, 12)));
  scan.expect('-');
  const std::chrono::day day(static_cast<unsigned>(scan.number(2, 1, 31)));
  const std::chrono::year_month_day date{year, month, day};
  if (!scan.ok() || !date.ok()) return std::nullopt;
  std::chrono::sys_seconds instant = std::chrono::sys_days(date);
  if (!scan.at_end()) {
    if (!scan.take('T') && !scan.take('t')) scan.expect(' ');
    instant += scan_time(scan);
    instant -= scan_offset(scan);
  }
  if (!scan.ok() || !scan.at_end()) return std::nullopt;
  return instant.time_since_epoch().count();
}

}  // namespace ficsearch::ingest
