// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace ficsearch::test {

// Texts that join any of `pieces` in any order.
rc::Gen<std::string> text_of_pieces(std::vector<std::string> pieces);

// Well-formed texts: pieces that the normalizer and the tokenizer treat in ways of their own, and
// now and then any code point at all.
rc::Gen<std::string> any_text();

}  // namespace ficsearch::test
