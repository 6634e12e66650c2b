// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::ingest {

// The BCP 47 code of a language that is written by its name ("日本語", "English"); the name itself
// if it is none of those that archives use most. Throws Error(`too_long`).
std::string language_of_label(std::string_view label);

}  // namespace ficsearch::ingest
