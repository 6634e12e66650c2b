// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/paint.h"

#include <fmt/color.h>

namespace ficsearch::cli {
namespace {

std::string painted(bool enabled, const fmt::text_style& style, std::string_view text) {
  return enabled ? fmt::format(style, "{}", text) : std::string(text);
}

}  // namespace

std::string Paint::title(std::string_view text) const {
  return painted(enabled_, fmt::emphasis::bold, text);
}

std::string Paint::faint(std::string_view text) const {
  return painted(enabled_, fmt::emphasis::faint, text);
}

std::string Paint::advisory(std::string_view text) const {
  return painted(enabled_, fg(fmt::terminal_color::yellow), text);
}

std::string Paint::match(std::string_view text) const {
  return painted(enabled_, fmt::emphasis::bold | fg(fmt::terminal_color::green), text);
}

std::string Paint::trouble(std::string_view text) const {
  return painted(enabled_, fmt::emphasis::bold | fg(fmt::terminal_color::red), text);
}

}  // namespace ficsearch::cli
