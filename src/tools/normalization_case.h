// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace ficsearch::tools {

// One line of a case file; the comment at the head of tests/data/text/normalization.tsv says what
// each operation expects.
struct NormalizationCase {
  std::string id;
  std::string operation;
  std::string tier;
  std::string a;
  std::string b;
  std::string expected;
  std::string note;
  std::size_t line = 0;
};

// The cases of `file`, with \uXXXX and \UXXXXXXXX in a, b and expected resolved. Throws Error: `io`
// if it cannot be read; `bad_value`, with the line, for other columns than the known ones, an
// unknown operation or a broken escape.
std::vector<NormalizationCase> load_normalization_cases(const std::filesystem::path& file);

}  // namespace ficsearch::tools
