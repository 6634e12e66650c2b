// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace ficsearch::text {

// The code points of well-formed `utf8`, and back.
inline std::u32string to_code_points(std::string_view utf8) {
  std::u32string code_points;
  code_points.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();)
    code_points += base::next_code_point(utf8, offset);
  return code_points;
}

inline std::string to_utf8(std::u32string_view code_points) {
  std::string utf8;
  utf8.reserve(code_points.size() * 3);
  for (const char32_t c : code_points) base::append_code_point(utf8, c);
  return utf8;
}

}  // namespace ficsearch::text
