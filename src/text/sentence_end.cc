// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_end.h"

#include "base/utf8.h"

namespace ficsearch::text {

std::size_t sentence_end(std::string_view surface, std::size_t max_bytes,
                         const std::function<bool(std::size_t)>& is_line_end) {
  std::size_t pause = 0;
  for (std::size_t next = 0; next < surface.size();) {
    const std::size_t at = next;
    const char32_t c = base::next_code_point(surface, next);
    if (next > max_bytes) return pause > 0 ? pause : at;
    if (c == U'。' || c == U'!' || c == U'?') return next;
    if (c == U' ' && is_line_end(at)) return next;
    if (c == U'、' || c == U' ') pause = next;
  }
  return surface.size();
}

}  // namespace ficsearch::text
