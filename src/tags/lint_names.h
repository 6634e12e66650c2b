// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary.h"
#include "tags/script.h"

namespace ficsearch::tags {

// An alias in the forms that lint compares.
struct LintName {
  std::string_view text;  // as written; valid as long as the dictionary
  ConceptRef owner;
  SpellingScript script;     // of the key
  std::string key;           // folded
  std::u32string letters;    // of the key
  std::uint64_t letter_set;  // a bit for each letter, several letters a bit
};

// One name for each concept and folded key, sorted by key.
std::vector<LintName> lint_names(const Dictionary& dictionary);

// `text` of `owner` in these forms. The view is valid as long as `text`.
LintName lint_name(std::string_view text, ConceptRef owner);

// The edits between two names; nullopt if they are not near. Whose they are does not matter.
std::optional<std::size_t> edits_between(const LintName& a, const LintName& b);

// Whether a person is likely to take one name for the other: they begin alike, and of the letters
// that could tell them apart few differ. What both end in, as story or もの, tells nothing apart.
bool is_likely_mistaken(const LintName& a, const LintName& b, std::size_t edits);

// Whether at most `edits` insertions, deletions and replacements of one letter make `b` of `a`.
bool within_edits(std::u32string_view a, std::u32string_view b, std::size_t edits);

// The most edits that make two names near, given the letters of the shorter: one in a short name,
// two in a long one, none where a single letter is most of the name.
std::size_t edits_that_are_near(SpellingScript script, std::size_t letters);

}  // namespace ficsearch::tags
