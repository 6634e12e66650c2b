// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fixed_digits.h"

#include <string_view>

namespace ficsearch::store {
namespace {

constexpr std::string_view kDigits =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
static_assert(kDigits.size() == 64);

}  // namespace

std::string fixed_digits(std::uint64_t number, std::size_t count) {
  std::string digits(count, kDigits.front());
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, number >>= 6)
    *digit = kDigits[number & 63];
  return digits;
}

std::uint64_t number_of_digits(std::string_view digits) noexcept {
  std::uint64_t number = 0;
  for (const char digit : digits) number = number << 6 | (kDigits.find(digit) & 63);
  return number;
}

}  // namespace ficsearch::store
