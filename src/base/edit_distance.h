// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace ficsearch::base {

// How many bytes have to be inserted, deleted, changed or swapped with their neighbour to make one
// ASCII name of the other. Quadratic: for names of a dozen letters. (For texts of any script:
// nearest_names of ficsearch/text.h.)
std::size_t edit_distance(std::string_view a, std::string_view b);

// Whether somebody who typed `typed` may have meant the name `name`: one edit for names of up to
// five letters, two for longer ones. Slips seldom hit the first letter, and names of four letters
// have many neighbours ("Fate" is no slip of "date"), so those need the same first letter; shorter
// ones have no slips.
bool may_be_slip_of(std::string_view typed, std::string_view name);

}  // namespace ficsearch::base
