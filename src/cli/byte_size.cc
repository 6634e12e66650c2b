// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/byte_size.h"

#include <charconv>
#include <cstdint>

namespace ficsearch::cli {
namespace {

// How many bits a unit shifts by; nullopt: there is no such unit.
std::optional<int> shift_of(std::string_view unit) noexcept {
  if (unit.empty()) return 0;
  if (unit == "K" || unit == "k") return 10;
  if (unit == "M" || unit == "m") return 20;
  if (unit == "G" || unit == "g") return 30;
  if (unit == "T" || unit == "t") return 40;
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> parse_byte_size(std::string_view text) noexcept {
  std::size_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc()) return std::nullopt;
  const auto shift = shift_of({stop, static_cast<std::size_t>(end - stop)});
  if (!shift || number > (SIZE_MAX >> *shift)) return std::nullopt;
  return number << *shift;
}

}  // namespace ficsearch::cli
