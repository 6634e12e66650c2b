// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/lint_names.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/utf8.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

std::u32string letters_of(std::string_view key) {
  std::u32string letters;
  for (std::size_t offset = 0; offset < key.size();) letters += base::next_code_point(key, offset);
  return letters;
}

std::uint64_t set_of(std::u32string_view letters) {
  std::uint64_t set = 0;
  for (const char32_t letter : letters) set |= std::uint64_t{1} << (letter % 64);
  return set;
}

// Letters of the last word that two Latin names share, or of what kanji names end in alike.
std::size_t shared_ending(const LintName& a, const LintName& b) {
  const auto [in_a, in_b] =
      std::mismatch(a.letters.rbegin(), a.letters.rend(), b.letters.rbegin(), b.letters.rend());
  const std::u32string_view ending = std::u32string_view(a.letters).substr(
      a.letters.size() - static_cast<std::size_t>(in_a - a.letters.rbegin()));
  if (a.script != SpellingScript::latin) return ending.size();
  const std::size_t blank = ending.find(U' ');
  return blank == std::u32string_view::npos ? 0 : ending.size() - blank;
}

}  // namespace

LintName lint_name(std::string_view text, ConceptRef owner) {
  std::string key = text::fold_key(text);
  std::u32string letters = letters_of(key);
  const std::uint64_t set = set_of(letters);
  const SpellingScript script = script_of(key);
  return {text, owner, script, std::move(key), std::move(letters), set};
}

std::vector<LintName> lint_names(const Dictionary& dictionary) {
  std::vector<LintName> names;
  for (const Dictionary::Alias& alias : dictionary.aliases())
    names.push_back(lint_name(alias.text, alias.target));
  std::stable_sort(names.begin(), names.end(),
                   [](const LintName& a, const LintName& b) { return a.key < b.key; });
  // A key has one owner: equal keys are writings of one name, and the first stands for all.
  names.erase(std::unique(names.begin(), names.end(),
                          [](const LintName& a, const LintName& b) { return a.key == b.key; }),
              names.end());
  return names;
}

// Cheap tests first: this runs for every pair of names.
std::optional<std::size_t> edits_between(const LintName& a, const LintName& b) {
  if (a.script != b.script) return std::nullopt;
  const auto [shorter, longer] = std::minmax({a.letters.size(), b.letters.size()});
  const std::size_t limit = edits_that_are_near(a.script, shorter);
  if (longer - shorter > limit) return std::nullopt;
  // An edit changes at most two letters of the set: one goes, one comes.
  if (static_cast<std::size_t>(std::popcount(a.letter_set ^ b.letter_set)) > 2 * limit)
    return std::nullopt;
  for (std::size_t edits = 1; edits <= limit; ++edits)
    if (within_edits(a.letters, b.letters, edits)) return edits;
  return std::nullopt;
}

bool is_likely_mistaken(const LintName& a, const LintName& b, std::size_t edits) {
  if (a.letters.empty() || b.letters.empty() || a.letters.front() != b.letters.front())
    return false;
  std::size_t telling = std::min(a.letters.size(), b.letters.size());
  if (a.script != SpellingScript::hiragana) telling -= std::min(telling, shared_ending(a, b));
  // A kana is a syllable, so one in four is as much as one letter in six.
  const std::size_t per_edit = a.script == SpellingScript::hiragana ? 4 : 6;
  return edits * per_edit <= telling;
}

bool within_edits(std::u32string_view a, std::u32string_view b, std::size_t edits) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  a.remove_prefix(static_cast<std::size_t>(in_a - a.begin()));
  b.remove_prefix(static_cast<std::size_t>(in_b - b.begin()));
  if (a.empty() || b.empty()) return a.size() + b.size() <= edits;
  if (edits == 0) return false;
  return within_edits(a.substr(1), b.substr(1), edits - 1) ||
         within_edits(a.substr(1), b, edits - 1) || within_edits(a, b.substr(1), edits - 1);
}

std::size_t edits_that_are_near(SpellingScript script, std::size_t letters) {
  struct NearFrom {
    std::size_t one_edit;  // letters of the shorter name
    std::size_t two_edits;
  };
  const bool is_kana = script == SpellingScript::hiragana;
  const bool is_dense = script == SpellingScript::kanji || script == SpellingScript::mixed;
  const NearFrom from = is_kana ? NearFrom{3, 6} : is_dense ? NearFrom{4, 8} : NearFrom{3, 8};
  return letters < from.one_edit ? 0 : letters < from.two_edits ? 1 : 2;
}

}  // namespace ficsearch::tags
