// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::ingest {

// The charset of text that declares none: what it is most likely in, UTF-8 if nothing is likely.
// Throws Error(`bad_encoding`) if it may as well be Japanese: a wrong guess would turn tags into
// others, which nobody excludes.
std::string guessed_charset(std::string_view bytes);

// What to say of a text in that guessed charset; empty if it is no guess, as of UTF-8.
std::string note_of_guess(const std::string& charset);

}  // namespace ficsearch::ingest
