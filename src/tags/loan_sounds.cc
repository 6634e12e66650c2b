// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>

#include "tags/loan_words.h"
#include "text/data_file.h"
#include "text/romaji.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostSounds = 4;

bool has_latin(std::string_view key) noexcept {
  return std::any_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Word {
  std::string_view written;
  std::vector<std::string_view> loans;  // how katakana renders it
};

std::vector<Word> words_of(const text::ReadingTable& table, std::string_view fold_key) {
  std::vector<Word> words;
  while (!fold_key.empty()) {
    const std::string_view word = fold_key.substr(0, fold_key.find(' '));
    fold_key.remove_prefix(std::min(fold_key.size(), word.size() + 1));
    if (!word.empty()) words.push_back({word, table.find(word)});
  }
  return words;
}

bool is_romaji_word(std::string_view word) {
  const auto sounds = text::romaji_candidates(word);
  return !sounds.empty() && !has_latin(sounds.front());
}

}  // namespace

std::vector<std::string> loan_sounds(const text::ReadingTable& table, std::string_view fold_key) {
  if (static_cast<std::size_t>(std::count(fold_key.begin(), fold_key.end(), ' ')) >= kMostWords)
    return {};
  const std::vector<Word> words = words_of(table, fold_key);
  if (std::all_of(words.begin(), words.end(), [](const Word& w) { return w.loans.empty(); }))
    return {};

  std::vector<std::string> sounds;
  const auto add = [&](const auto& is_said_in_english, std::size_t variant) {
    std::string text;
    for (const Word& word : words) {
      const bool is_loan = !word.loans.empty() && is_said_in_english(word);
      if (!text.empty()) text += ' ';
      text += is_loan ? word.loans[std::min(variant, word.loans.size() - 1)] : word.written;
    }
    const std::vector<std::string> read = text::romaji_candidates(text);
    if (!read.empty() && !has_latin(read.front()) && sounds.size() < kMostSounds &&
        std::find(sounds.begin(), sounds.end(), read.front()) == sounds.end())
      sounds.push_back(read.front());
  };
  const auto any = [](const Word&) { return true; };
  std::size_t variants = 1;
  for (const Word& word : words) variants = std::max(variants, word.loans.size());
  for (std::size_t variant = 0; variant < std::min(variants, kMostSounds - 1); ++variant)
    add(any, variant);
  // Words that are romaji as well may be meant so: "no" is の in a Japanese title.
  if (words.size() > 1) add([](const Word& word) { return !is_romaji_word(word.written); }, 0);
  return sounds;
}

const text::ReadingTable& installed_loan_words() {
#ifdef FICSEARCH_LOAN_WORDS_HASH
  static const text::ReadingTable table =
      text::ReadingTable::load(text::data_file("loans-" FICSEARCH_LOAN_WORDS_HASH ".tsv"));
#else
  static const text::ReadingTable table;
#endif
  return table;
}

}  // namespace ficsearch::tags
