// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "text/tokenizer.h"

namespace ficsearch::index {

// Whether tags of this facet are found by the words of their names. Codes such as languages and
// ratings are not, and authors have a field of their own.
bool has_words(Facet facet) noexcept;

// The terms by which a search finds a written form (terms::Field::tag), sorted, each once: its
// words, character pairs and ends of runs, and the characters that MeCab calls words.
std::vector<std::string> word_terms(std::string_view written, text::Tokenizer& tokenizer);

}  // namespace ficsearch::index
