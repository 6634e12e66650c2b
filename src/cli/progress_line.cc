// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/messages.h"
#include "cli/numbers.h"

namespace ficsearch::cli {
namespace {

constexpr std::string_view kBackToAnEmptyLine = "\r\x1b[K";

std::string time_left(const ImportProgress& progress) {
  if (progress.total_bytes == 0 || progress.bytes == 0) return {};
  // A file may grow while it is read.
  const std::uint64_t total = std::max(progress.total_bytes, progress.bytes);
  const auto left = static_cast<double>(total - progress.bytes);
  const double seconds = progress.seconds * left / static_cast<double>(progress.bytes);
  const auto whole = static_cast<std::uint64_t>(std::ceil(seconds));
  return fmt::format("  {}:{:02} left", whole / 60, whole % 60);
}

}  // namespace

std::string progress_text(const ImportProgress& progress) {
  std::string text = fmt::format("{}  {:.1f} MB", counted(progress.works, "work", "works"),
                                 static_cast<double>(progress.bytes) / 1e6);
  if (progress.seconds > 0)
    text +=
        fmt::format("  {} works/s", grouped(static_cast<std::uint64_t>(
                                        static_cast<double>(progress.works) / progress.seconds)));
  return text + time_left(progress);
}

std::string progress_text(const MaintenanceProgress& progress) {
  constexpr std::uint64_t kReadable = 1'000'000'000;
  if (progress.total == 0) return std::string(progress.step);
  if (progress.total >= kReadable)
    return fmt::format("{}  {} %", progress.step, progress.done / (progress.total / 100));
  return fmt::format("{}  {} of {}", progress.step, grouped(progress.done),
                     grouped(progress.total));
}

void ProgressLine::draw(const ImportProgress& progress) {
  show(progress_text(progress));
}

void ProgressLine::draw(const MaintenanceProgress& progress) {
  show(progress_text(progress));
}

void ProgressLine::show(const std::string& text) {
  if (!enabled_) return;
  write_error_text(fmt::format("{}{}", kBackToAnEmptyLine, text));
  drawn_ = true;
}

void ProgressLine::clear() {
  if (drawn_) write_error_text(kBackToAnEmptyLine);
  drawn_ = false;
}

}  // namespace ficsearch::cli
