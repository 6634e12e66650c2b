// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// A key that two Japanese names in Latin letters share if one has the surname first and the other
// the given name: "Norio Koga" and "koga_norio". `fold_key` is Latin.
//
// Only of two words, both romaji: nothing is said of other words, so "time travel" and "Henry
// James" have none. Empty then.
std::string name_key(std::string_view fold_key);

// Whether ENAMDICT has one of the words as a surname and the other as a given name. Of a text that
// may not be a person's name, the order of words is only then free. `fold_key` has a name_key.
// Throws Error(`io`) if the table of names is not installed.
bool is_listed_name(std::string_view fold_key);

}  // namespace ficsearch::tags
