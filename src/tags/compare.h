// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "ficsearch/tags.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {

// Whether tag b would join tag a without asking, in an archive that knows only a and the
// dictionary. Symmetric. Input is checked UTF-8.
//
// Two aliases of one concept are the same. Two aliases of different concepts, or an alias and an
// unknown spelling, are different. Two unknown spellings are the same if they have the same folded
// key. But series marks tell works of one series apart (けいおん! / けいおん!!): if those of two
// unknown spellings differ, or those of a fandom or series are not as the dictionary lists them, a
// person is asked.
Comparison compare(const Dictionary& dictionary, std::string_view a, std::string_view b);

}  // namespace ficsearch::tags
