// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace ficsearch::text {

// A row of dict/readings/*.tsv: a word that IPADIC lacks, cuts wrong or reads wrong.
struct UserWord {
  std::string surface;
  std::string reading;  // hiragana and ー
  int left_id;          // IPADIC's context ids
  int right_id;
  int cost;         // the lower, the sooner MeCab takes the word
  std::string why;  // what goes wrong without it
  std::string file;
  std::size_t line;
};

// The words of all *.tsv in `folder`, sorted by surface. dict/readings/README.md tells the format
// and its rules. Throws Error: `io` if a file cannot be read; `bad_dictionary`, with file and line,
// if a row is malformed or breaks a rule, files are not sorted, or a surface comes twice.
std::vector<UserWord> read_user_words(const std::filesystem::path& folder);

// The features that mark a word of the user dictionary, in the column after IPADIC's last.
inline constexpr const char* kUserWordMark = "ficsearch";

// The rows that mecab-dict-index compiles.
void write_mecab_csv(const std::vector<UserWord>& words, std::ostream& out);

}  // namespace ficsearch::text
