// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// What tells sequels and editions apart in a surface key: runs of digits, and Latin words that are
// roman numerals or single letters, in their order, each followed by a space. "Final Fantasy II"
// gives "ii ", "第3期" gives "3 ", とある科学の超電磁砲T gives "t ". The sounds of such words are
// no help, since ii and i differ in length only.
std::string numerals_of(std::string_view surface_key);

}  // namespace ficsearch::tags
