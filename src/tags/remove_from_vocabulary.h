// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tags/vocabulary.h"

namespace ficsearch::tags {

// Takes out of `vocabulary` what `text` names: a spelling of its own; a concept of its own, with
// all that refers to it; or, by the id of a concept of the dictionary, all that was added to it.
// The text of each thing that went, none if the vocabulary has nothing of that name.
std::vector<std::string> remove_from(Vocabulary& vocabulary, std::string_view text);

}  // namespace ficsearch::tags
