// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::tags {

// A line of a text file, without its line end.
struct SourceLine {
  std::size_t number = 0;  // from 1
  std::string_view text;
};

// The lines of `text` that are not blank. Line ends are LF or CRLF; a byte order mark at the start
// is dropped. The views are valid as long as `text`.
std::vector<SourceLine> source_lines(std::string_view text);
std::vector<SourceLine> source_lines(std::string&& text) = delete;

// `text` without blanks at its ends.
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace ficsearch::tags
