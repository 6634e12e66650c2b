// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stem_key.h"

#include <cstddef>

#include "text/char_class.h"
#include "text/code_points.h"
#include "text/english_words.h"
#include "text/keys.h"

namespace ficsearch::text {
namespace {

constexpr int kMaxRounds = 4;

constexpr bool is_ascii_letter(char32_t c) noexcept {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

// Before folding, because folding drops the apostrophe and leaves the s.
std::string without_possessives(std::string_view utf8) {
  const std::u32string text = to_code_points(surface_key(utf8));
  std::u32string without;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_possessive = is_apostrophe(text[i]) && i > 0 && is_ascii_letter(text[i - 1]) &&
                               i + 1 < text.size() && text[i + 1] == U's' &&
                               (i + 2 == text.size() || !is_ascii_letter(text[i + 2]));
    if (is_possessive)
      ++i;
    else
      without += text[i];
  }
  return to_utf8(without);
}

bool is_es_plural(std::string_view word) noexcept {
  if (word.size() <= 3) return false;
  return word.ends_with("sses") || word.ends_with("xes") || word.ends_with("zes") ||
         word.ends_with("ches") || word.ends_with("shes");
}

bool is_s_plural(std::string_view word) noexcept {
  return word.size() >= 4 && word.ends_with("s") && !word.ends_with("ss") &&
         !word.ends_with("us") && !word.ends_with("is");
}

std::string singular_once(const std::string& word) {
  if (is_false_plural(word)) return word;
  if (const auto singular = find_irregular_singular(word)) return std::string(*singular);
  const auto without_last = [&](std::size_t count) { return word.substr(0, word.size() - count); };
  if (word.size() > 4 && word.ends_with("men")) return without_last(2) + "an";
  if (word.size() > 4 && word.ends_with("ies")) return without_last(3) + "y";
  if (is_es_plural(word)) return without_last(2);
  return is_s_plural(word) ? without_last(1) : word;
}

// Twice for womens, which folding made of women's.
std::string singular(std::string word) {
  for (int round = 0; round < kMaxRounds; ++round) {
    std::string next = singular_once(word);
    if (next == word) break;
    word = std::move(next);
  }
  return word;
}

}  // namespace

std::string stem_key(std::string_view utf8) {
  const std::string folded = fold_key(without_possessives(utf8));
  std::string stemmed;
  for (std::size_t i = 0; i < folded.size();) {
    const auto is_letter_at = [&](std::size_t at) {
      return is_ascii_letter(static_cast<unsigned char>(folded[at]));
    };
    std::size_t end = i + 1;
    if (is_letter_at(i)) {
      while (end < folded.size() && is_letter_at(end)) ++end;
      stemmed += singular(folded.substr(i, end - i));
    } else {
      stemmed += folded[i];
    }
    i = end;
  }
  return stemmed;
}

}  // namespace ficsearch::text
