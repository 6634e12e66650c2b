// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/censored_match.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "text/censor_marks.h"
#include "text/char_class.h"
#include "text/code_points.h"
#include "text/keys.h"

namespace ficsearch::text {
namespace {

constexpr bool is_ring(char32_t c) noexcept {
  return c == U'〇' || c == U'○' || c == U'◯';
}

// Which characters of a surface key hide another. A run of rings between two numerals is a zero:
// 二〇二四.
std::vector<bool> hidden_characters(std::u32string_view surface) {
  std::vector<bool> hidden(surface.size());
  for (std::size_t i = 0; i < surface.size();) {
    std::size_t end = i + 1;
    if (is_ring(surface[i])) {
      while (end < surface.size() && is_ring(surface[end])) ++end;
      const bool is_zero =
          i > 0 && end < surface.size() && is_numeral(surface[i - 1]) && is_numeral(surface[end]);
      std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(i),
                hidden.begin() + static_cast<std::ptrdiff_t>(end), !is_zero);
    } else {
      hidden[i] = is_censor_mark(surface[i]);
    }
    i = end;
  }
  return hidden;
}

}  // namespace

bool censored_match(std::string_view censored, std::string_view term) {
  const std::u32string pattern = to_code_points(surface_key(censored));
  const std::u32string wanted = to_code_points(surface_key(term));
  if (pattern.size() != wanted.size()) return false;
  const std::vector<bool> hidden = hidden_characters(pattern);
  const auto marks = static_cast<std::size_t>(std::count(hidden.begin(), hidden.end(), true));
  if (marks == 0 || pattern.size() - marks < marks) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i)
    if (!hidden[i] && pattern[i] != wanted[i]) return false;
  return true;
}

bool has_censor_mark(std::string_view utf8) {
  const std::vector<bool> hidden = hidden_characters(to_code_points(surface_key(utf8)));
  return std::find(hidden.begin(), hidden.end(), true) != hidden.end();
}

}  // namespace ficsearch::text
