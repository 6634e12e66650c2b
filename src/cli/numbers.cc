// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/numbers.h"

#include <fmt/format.h>

namespace ficsearch::cli {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  if (number == 0) return fmt::format("no {}", many);
  return fmt::format("{} {}", grouped(number), number == 1 ? one : many);
}

}  // namespace ficsearch::cli
