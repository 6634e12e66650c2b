// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/tags.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {

// What a person who keeps the dictionary should look at. Nothing here is an error, and nothing is
// changed. `a` and `b` are names as written, of two concepts; there is one finding for each kind
// and pair of concepts, about their nearest names, sorted by kind and ids. What the dictionary
// relates (distinct, related, implied, called for) is settled and is no finding.
//
// A finding is likely if a person would take one name for the other: see is_likely_mistaken, and
// both are of one facet. The others are for whoever wants to see all: two short words that differ
// in a letter seldom mislead anybody.
//
//   equal_after_folding  the names are one when the length of vowels and spaces are ignored
//   near_names           the names are in one script and within one edit, or two if both are long
//   shared_kana_prefix   the kana names begin alike and differ in their last one or two kana only
//   same_lemma           the names, written with kanji, have one base form; base forms never join
//   missing_broader      a ends in the whole name b, of one facet, as cosmic horror does in horror
//   missing_label        the concept has no Japanese label; `b` is empty
//
// Throws Error(`io`) if MeCab fails. Cost: grows with the square of the number of names; 0.5 s for
// 18,000.
std::vector<LintFinding> lint(const Dictionary& dictionary);

}  // namespace ficsearch::tags
