// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tag_column.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "ficsearch/facet.h"

namespace ficsearch::ingest {
namespace {

// Of a name they make tags wherever they stand in it.
constexpr std::array<std::string_view, 10> kTagWords{
    "tag",   "keyword", "fandom",  "character", "relationship",
    "genre", "trope",   "warning", "advisory",  "freeform"};
// With them it says something about the tags.
constexpr std::array<std::string_view, 9> kOtherWords{"count", "number", "num",  "total", "sum",
                                                      "id",    "url",    "hash", "date"};
constexpr std::array<std::string_view, 5> kJapaneseNames{"タグ", "キーワード", "ジャンル", "警告",
                                                         "カップリング"};

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_letter(char c) noexcept {
  const char lower = base::ascii_lower(c);
  return lower >= 'a' && lower <= 'z';
}

// "Advisories" -> advisory, "tags" -> tag; "series" is the same in either number.
std::string singular(std::string word) {
  constexpr std::string_view kSeries = "series";
  constexpr std::string_view kManyOfY = "ies";
  if (word == kSeries) return word;
  if (word.ends_with(kManyOfY)) return word.substr(0, word.size() - kManyOfY.size()) + 'y';
  if (word.ends_with('s') && !word.ends_with("us")) word.pop_back();
  return word;
}

// The words of a name in lower case and the singular: "ContentWarnings" -> content, warning.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(singular(std::move(word)));
    word.clear();
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_upper = base::ascii_lower(name[i]) != name[i];
    const bool after_lower =
        i > 0 && is_letter(name[i - 1]) && base::ascii_lower(name[i - 1]) == name[i - 1];
    if (!is_letter(name[i]) || (is_upper && after_lower)) finish();
    if (is_letter(name[i])) word += base::ascii_lower(name[i]);
  }
  finish();
  return words;
}

}  // namespace

bool is_called_like_tags(std::string_view name) {
  if (name.starts_with(kCalibreField)) return false;
  if (is_one_of(kJapaneseNames, name)) return true;
  const std::vector<std::string> words = words_of(name);
  const auto any_of = [&](const auto& names) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return is_one_of(names, word); });
  };
  if (any_of(kOtherWords)) return false;
  return any_of(kTagWords) || (words.size() == 1 && find_facet(words.front()).has_value());
}

}  // namespace ficsearch::ingest
