// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "tags/spelling_keys.h"
#include "text/match_tier.h"

namespace ficsearch::tags {

// Of what two forms are, as far as the order of two words in Latin letters goes.
enum class Order : std::uint8_t {
  of_words,  // it counts, but for names that ENAMDICT lists (tags/name_order.h)
  of_names,  // persons: the surname may come first or last
};

// That of tags of a facet, or of any.
Order order_in(std::optional<Facet> facet) noexcept;

// The strongest tier at which two written forms can be one word, judged by their letters alone;
// nullopt if at none. Symmetric. What else could be meant, and what the dictionary keeps apart, is
// for the caller to ask (tags/joining.h). Never `surface` or `censored`.
//
// - folded: one folded key.
// - mixed: both have kanji, those of one stand in the other in the same order, and they share a
//   sound; or each can be one word of the dictionary with some of its kanji in kana. Not where the
//   others are particles in kanji (之): that is how titles are told apart.
// - stem: one stem key.
// - reading: at most one has kanji, and they share a sound; or they are one word as writers of loan
//   words vary it (tags/kana_variant_key.h), or one Latin name with other spaces
//   (tags/latin_words.h), a Japanese name in the other order, or
//   English and how it is said in Japanese (tags/loan_words.h).
// - lossy: one is in Latin letters, which leave the length of vowels out, or it is a foreign word
//   and the other how kana renders it (tags/loan_key.h).
// Below `folded`, numerals are the same on both sides.
std::optional<text::MatchTier> same_word(const SpellingKeys& a, const SpellingKeys& b,
                                         Order order = Order::of_words);

// Whether `typed`, in Latin letters, says less than `full`: the direction of tier `lossy`.
bool is_lossy_form(const SpellingKeys& typed, const SpellingKeys& full);

// The keys under which an index of spellings files a written form, so that whatever same_word
// joins with it below `folded` is found: two such forms share a key that begins with one of the
// letters of their tier. Sorted, each once.
std::vector<std::string> join_keys(const SpellingKeys& keys);

// The first letters of the keys under which what matches at a tier is filed.
std::string_view join_letters(text::MatchTier tier) noexcept;

}  // namespace ficsearch::tags
