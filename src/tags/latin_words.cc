// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/latin_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace ficsearch::tags {
namespace {

using std::string_view_literals::operator""sv;

struct Numeral {
  std::string_view roman;
  std::string_view digits;
};

// One letter is rather a letter: Mega Man X is not the tenth.
constexpr std::array kNumerals{
    Numeral{"ii", "2"},   Numeral{"iii", "3"},   Numeral{"iv", "4"},   Numeral{"vi", "6"},
    Numeral{"vii", "7"},  Numeral{"viii", "8"},  Numeral{"ix", "9"},   Numeral{"xi", "11"},
    Numeral{"xii", "12"}, Numeral{"xiii", "13"}, Numeral{"xiv", "14"}, Numeral{"xv", "15"},
    Numeral{"xvi", "16"},
};

// Words that other words begin or end with by chance, in English and in romaji.
constexpr std::array kShortWords{
    "am"sv,  "an"sv,  "as"sv,  "at"sv,  "be"sv,  "by"sv,  "do"sv,  "go"sv,  "he"sv,  "if"sv,
    "in"sv,  "is"sv,  "it"sv,  "me"sv,  "my"sv,  "no"sv,  "of"sv,  "on"sv,  "or"sv,  "so"sv,
    "to"sv,  "up"sv,  "us"sv,  "we"sv,  "de"sv,  "ga"sv,  "ha"sv,  "ka"sv,  "mo"sv,  "ne"sv,
    "ni"sv,  "wa"sv,  "wo"sv,  "ya"sv,  "yo"sv,  "re"sv,  "un"sv,  "ex"sv,  "all"sv, "and"sv,
    "are"sv, "but"sv, "can"sv, "for"sv, "has"sv, "her"sv, "him"sv, "his"sv, "how"sv, "its"sv,
    "not"sv, "now"sv, "our"sv, "out"sv, "she"sv, "the"sv, "was"sv, "who"sv, "you"sv, "yet"sv};

constexpr std::size_t kShortestPart = 2;

constexpr bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

constexpr bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || is_digit(c) || c == ' ' || c == '&';
}

std::vector<std::string> words_of(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  return words;
}

std::string with_and(std::string_view key) {
  std::string written;
  for (const char c : key) {
    if (c == '&')
      written += " and ";
    else
      written += c;
  }
  return written;
}

// The words of a title, without its article and with digits for roman numerals.
std::vector<std::string> title_words(std::string_view key) {
  std::vector<std::string> words = words_of(with_and(key));
  if (words.size() > 2 && words.front() == "the") words.erase(words.begin());
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto* numeral = std::find_if(kNumerals.begin(), kNumerals.end(),
                                       [&](const Numeral& n) { return n.roman == words[i]; });
    if (numeral != kNumerals.end()) words[i] = numeral->digits;
  }
  return words;
}

// The lengths at which words end when all are written together.
std::vector<std::size_t> ends_of(const std::vector<std::string>& words) {
  std::vector<std::size_t> ends;
  std::size_t length = 0;
  for (const std::string& word : words) ends.push_back(length += word.size());
  return ends;
}

bool may_be_joined(const std::string& word) {
  return word.size() >= kShortestPart &&
         std::find(kShortWords.begin(), kShortWords.end(), word) == kShortWords.end();
}

// Whether two words may be written as one: ak 47 is ak47, since no letter reads on into a digit.
bool may_meet(const std::string& left, const std::string& right) {
  return is_digit(left.back()) != is_digit(right.front()) ||
         (may_be_joined(left) && may_be_joined(right));
}

// Whether each two words of `apart` that meet in the other form, whose words end at `joined`, may.
bool joins_safely(const std::vector<std::string>& apart, const std::vector<std::size_t>& joined) {
  std::size_t end = 0;
  for (std::size_t i = 0; i + 1 < apart.size(); ++i) {
    end += apart[i].size();
    const bool stays = std::binary_search(joined.begin(), joined.end(), end);
    if (!stays && !may_meet(apart[i], apart[i + 1])) return false;
  }
  return true;
}

}  // namespace

std::string compound_key(std::string_view fold_key) {
  if (!std::all_of(fold_key.begin(), fold_key.end(), is_plain)) return {};
  std::string compound;
  for (const std::string& word : title_words(fold_key)) compound += word;
  return compound;
}

bool same_compound(std::string_view fold_key_a, std::string_view fold_key_b) {
  const std::string key = compound_key(fold_key_a);
  if (key.empty() || key != compound_key(fold_key_b)) return false;
  std::vector<std::string> words_a = title_words(fold_key_a);
  std::vector<std::string> words_b = title_words(fold_key_b);
  std::vector<std::size_t> ends_a = ends_of(words_a);
  std::vector<std::size_t> ends_b = ends_of(words_b);
  if (ends_a.size() < ends_b.size()) {
    std::swap(words_a, words_b);
    std::swap(ends_a, ends_b);
  }
  return std::includes(ends_a.begin(), ends_a.end(), ends_b.begin(), ends_b.end()) &&
         joins_safely(words_a, ends_b);
}

}  // namespace ficsearch::tags
