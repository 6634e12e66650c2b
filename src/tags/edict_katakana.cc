// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/edict_katakana.h"

#include <algorithm>

#include "text/code_points.h"
#include "text/kana.h"

// A line of EDICT: ゲーム /(n) game/(P)/
namespace ficsearch::tags {
namespace {

bool is_katakana_word(std::u32string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char32_t c) {
    return text::is_katakana_letter(c) || c == text::kLongMark || c == U'・';
  });
}

// A gloss without what stands in parentheses or braces, in lower case.
std::string bare_gloss(std::string_view gloss) {
  std::string bare;
  int depth = 0;
  for (const char c : gloss) {
    if (c == '(' || c == '{') ++depth;
    if (depth == 0 && (c != ' ' || !bare.empty()))
      bare += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (c == ')' || c == '}') --depth;
  }
  while (bare.ends_with(' ')) bare.pop_back();
  return bare;
}

}  // namespace

std::map<std::string, KatakanaWord, std::less<>> edict_katakana(std::string_view edict) {
  std::map<std::string, KatakanaWord, std::less<>> words;
  while (!edict.empty()) {
    std::string_view line = edict.substr(0, edict.find('\n'));
    edict.remove_prefix(std::min(edict.size(), line.size() + 1));
    const std::size_t blank = line.find(" /");
    if (blank == line.npos || blank == 0) continue;
    std::u32string surface = text::to_code_points(line.substr(0, blank));
    if (!is_katakana_word(surface)) continue;
    std::erase(surface, U'・');
    KatakanaWord& word = words[text::to_utf8(surface)];
    ++word.entries;
    for (line.remove_prefix(blank + 2); !line.empty();) {
      const std::string_view gloss = line.substr(0, line.find('/'));
      line.remove_prefix(std::min(line.size(), gloss.size() + 1));
      if (std::string bare = bare_gloss(gloss); !bare.empty()) word.glosses.insert(std::move(bare));
    }
  }
  return words;
}

}  // namespace ficsearch::tags
