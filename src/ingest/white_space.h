// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::ingest {

// Whether a list of words, as in class="…" or properties="…", holds `word`.
bool has_word(std::string_view words, std::string_view word) noexcept;

// `text` without white space at its ends, and one space for each stretch of white space inside.
std::string collapsed(std::string_view text);

}  // namespace ficsearch::ingest
