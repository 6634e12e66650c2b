// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// The marks of a surface key that may tell works of one series apart, in their order: けいおん!!
// gives "!!", らき☆すた gives "☆". Folding drops them, since in most tags they are decoration.
//
// Marks that only separate or join words are left out (spaces, hyphens, dots, commas, underscores,
// waves); so are apostrophes and colons within the text, as in ten'i and Re:Zero, but not at its
// end.
std::string series_marks(std::string_view surface_key);

}  // namespace ficsearch::tags
