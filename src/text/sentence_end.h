// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace ficsearch::text {

// Where the sentence at the front of `surface`, a piece of a surface key, ends: after 。 ! ? or
// after a space that was a line end. Sentences above `max_bytes` are cut after their last 、 or
// space that fits, else at the last code point border that fits. Needs max_bytes >= 4.
//
// A surface key has one space for any white space; `is_line_end` says, in rising order of offsets,
// whether the space at that offset was a line end.
std::size_t sentence_end(std::string_view surface, std::size_t max_bytes,
                         const std::function<bool(std::size_t)>& is_line_end);

}  // namespace ficsearch::text
