// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// What remains of a Latin folded key when habits of writing titles are taken away: an article in
// front of two words or more goes, a roman numeral of two letters or more becomes digits, & becomes
// "and", and the spaces between words go: "the legend of korra", "Legend of Korra" and "LegendOfKorra" are one,
// so are "Final Fantasy VI" and "Final Fantasy 6".
//
// Empty if the key is not in Latin letters alone.
std::string compound_key(std::string_view fold_key);

// Whether two keys of one compound_key may be one name: their words are the same but for where they
// are joined, and no word that stands apart is so short or so common that joining makes another
// word of it ("the rapist" and "therapist", "to get her" and "together").
bool same_compound(std::string_view fold_key_a, std::string_view fold_key_b);

}  // namespace ficsearch::tags
