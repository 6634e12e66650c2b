// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary.h"

namespace ficsearch::tags {

// The aliases nearest to a text that the dictionary does not know, nearest first, one a concept, at
// most `limit`: for did-you-mean only, never to decide what a tag means. A text that it knows needs
// no correction and gets none, so nobody who typed one of two distinct tags is led to the other.
std::vector<std::string> nearest_aliases(const Dictionary& dictionary, std::string_view utf8,
                                         std::size_t limit);

}  // namespace ficsearch::tags
