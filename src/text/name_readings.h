// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/reading_table.h"

namespace ficsearch::text {

// A name that could be read in more ways says nothing by its kanji.
inline constexpr std::size_t kMaxNameReadings = 96;

// How a person's name in kanji, the surname first, may be pronounced, in kana: each reading of the
// one with each of the other, for every place where the two may meet; with の after the names of
// old clans (源頼朝, みなもとのよりとも). Sorted, each once; none if there are more than
// kMaxNameReadings. `parts` is a table of name parts (text/name_parts.h).
//
// Whatever is made of two names is taken for one: ask of texts that are no word.
std::vector<std::string> name_readings(const ReadingTable& parts, std::string_view surface);

// How a text that is the name of a place, a surname or a given name is pronounced, in kana, in this
// order, each once; none of other texts.
std::vector<std::string> readings_of_name(const ReadingTable& parts, std::string_view surface);

enum class NamePart : std::uint8_t { surname, given_name };

// Whether `parts` has a name of which `sound` is the lossy key (text/lossy_key.h).
bool is_name_sound(const ReadingTable& parts, NamePart part, std::string_view sound);

// The table that is installed with ficsearch, read once; empty if it was built without EDICT.
// Throws Error(`io`) if it is missing.
const ReadingTable& installed_name_parts();

}  // namespace ficsearch::text
