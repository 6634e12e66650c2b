// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "tags/dictionary.h"

namespace ficsearch::engine {

// The shipped dictionary with the vocabulary that an index keeps as `toml` on top. Throws
// Error(`bad_dictionary`) if the two do not fit together, as after an update of the program that
// gave a spelling to another concept: to search without the vocabulary would let through what it
// excludes.
std::shared_ptr<const tags::Dictionary> dictionary_with(const std::string& toml);

}  // namespace ficsearch::engine
