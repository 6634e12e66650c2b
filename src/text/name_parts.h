// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "text/edict_words.h"

namespace ficsearch::text {

// What a part of a person's name is filed under in a table of name parts: before its surface.
inline constexpr char kSurname = 'S';
inline constexpr char kGivenName = 'G';
// A place, which is a name by itself.
inline constexpr char kPlace = 'P';
// The same before its sound without lengths, with one of the surfaces that sound so.
inline constexpr char kSurnameSound = 's';
inline constexpr char kGivenNameSound = 'g';

// The readings that ENAMDICT (as UTF-8) has for surnames, given names and places with kanji, and
// the sounds of names of persons, as lossy_key has them. Whole names of persons, places and works
// are left out: what is known by heart says nothing of the next one.
WordReadings name_parts(std::string_view enamdict);

}  // namespace ficsearch::text
