// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/paint.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// Byte range of a text.
using Range = std::pair<std::size_t, std::size_t>;

// Breaks `text` into lines of at most `columns`: at spaces, and beside wide characters, which need
// none; a word longer than a line is cut. Closing punctuation never begins a line. `text` is
// well-formed and has no line breaks.
std::vector<Range> wrap_lines(std::string_view text, std::size_t columns);

// `text` wrapped to `columns`, each line after `indent` spaces and ending in a line break.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns);

// The same for a highlight: matches are painted, control characters made visible, and an ellipsis
// stands where the field goes on.
std::string wrapped(const Highlight& highlight, std::size_t indent, std::size_t columns,
                    const Paint& paint);

}  // namespace ficsearch::cli
