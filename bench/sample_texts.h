// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ficsearch::bench {

// Texts of the sample archive, in the order of its files, so that runs compare.
struct SampleTexts {
  std::vector<std::string> bodies;          // whole Japanese works, ruby and notes taken out
  std::vector<std::string> names;           // titles and tags, English and Japanese, each once
  std::vector<std::string> japanese_names;  // those with kanji, as a registry asks readings of
  std::vector<std::string> latin_names;     // those of Latin letters alone, as people type queries
};

// Throws Error if a sample cannot be read.
SampleTexts read_sample_texts();

}  // namespace ficsearch::bench
