// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/search.h"

namespace ficsearch::search {

// Where the words of a query stand in a text, by folded keys: so that ＮＴＲ is found by ntr and 龍
// by 竜.
class Highlighter {
 public:
  // `phrases` are the texts that a query looks for.
  explicit Highlighter(const std::vector<std::string>& phrases);

  // The whole of `text` with every match.
  Highlight whole(std::string_view text) const;
  // A stretch of `text` of about `length` bytes that begins at the sentence of the first match,
  // with the matches in it; the beginning of the text if nothing matches. Cut at grapheme borders.
  Highlight excerpt(std::string_view text, std::size_t length) const;

 private:
  std::vector<std::pair<std::size_t, std::size_t>> matches_in(std::string_view text) const;

  std::vector<std::string> keys_;
};

}  // namespace ficsearch::search
