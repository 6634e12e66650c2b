// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/white_space.h"

#include <algorithm>

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

}  // namespace

bool has_word(std::string_view words, std::string_view word) noexcept {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(kSpace), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::string collapsed(std::string_view text) {
  std::string result;
  for (std::size_t begin = text.find_first_not_of(kSpace); begin < text.size();
       begin = text.find_first_not_of(kSpace, begin)) {
    const std::size_t end = std::min(text.find_first_of(kSpace, begin), text.size());
    if (!result.empty()) result += ' ';
    result.append(text, begin, end - begin);
    begin = end;
  }
  return result;
}

}  // namespace ficsearch::ingest
