// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/terms.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// A phrase as titles, summaries and tags are asked for it: words and CJK characters at consecutive
// positions, so that a CJK string of two or more characters is found anywhere.
struct GramPhrase {
  // At consecutive positions. Pairs of characters overlap, so the last character of a run adds
  // nothing at the end of the phrase; between a run and a word it keeps the positions without a
  // gap.
  std::vector<text::Token> in_order;
  // One CJK character alone at the end is in no pair of the phrase: it counts as a word, or where a
  // run ends, in any title, summary or tag of the work.
  std::optional<std::string> lone_character;

  bool empty() const noexcept { return in_order.empty() && !lone_character; }
};

GramPhrase gram_phrase(std::string_view text, text::Tokenizer& tokenizer);

// The terms of `phrase` in a field.
std::vector<std::string> terms_in_order(const GramPhrase& phrase, store::terms::Field field);

}  // namespace ficsearch::search
