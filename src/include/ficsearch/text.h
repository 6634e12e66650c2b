// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch {

// The keys that the normalizer makes of a text, from strict to weak. docs/normalization.md
// describes each.
enum class Tier : std::uint8_t {
  surface,  // S: width, case, Unicode form and invisible characters ignored
  folded,   // F: also kana script, long marks, iteration marks, old kanji, separators, decoration
  reading,  // Y: how it sounds; several if it has kanji, which only propose a reading
  romaji,   // R: what Latin letters can mean as romaji
  stem,     // E: English plural and possessive ignored
  lossy,    // L: the length of vowels ignored
};

std::string_view to_string(Tier tier) noexcept;
// "S", "F", "Y", "R", "E" or "L", in either case; nullopt for all else.
std::optional<Tier> find_tier(std::string_view name) noexcept;

// Makes keys of texts.
//
// Threads: one at a time, as the MeCab tagger that it opens when a reading is first asked for.
class Normalizer {
 public:
  Normalizer();
  Normalizer(Normalizer&&) noexcept;
  Normalizer& operator=(Normalizer&&) noexcept;
  ~Normalizer();

  // The keys of `utf8` at `tier`, best first: exactly one for S, F and E; none for Y if a word is
  // unknown, none for R if the text is no romaji. Throws Error: `invalid_utf8` with the byte offset
  // of the first ill-formed byte or NUL, `too_long`, `io` if MeCab cannot be opened.
  std::vector<std::string> keys(Tier tier, std::string_view utf8);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// How many columns a terminal needs for `utf8`: East Asian wide characters and emoji sequences take
// two, combining marks none, characters of ambiguous width one. Measure what terminal_safe gave.
std::size_t display_width(std::string_view utf8);

// `utf8` with every control and bidirectional formatting character replaced by U+FFFD, so that a
// terminal shows it and does not obey it; line breaks and tabs become spaces. Ill-formed bytes
// become U+FFFD too: file names and arguments may hold them.
std::string terminal_safe(std::string_view utf8);

// The longest prefix of whole graphemes of `utf8` that fits in `columns`; an ellipsis takes the
// last column if it is cut.
std::string fit_width(std::string_view utf8, std::size_t columns);

// The texts of `candidates` that are nearest to `input` by edit distance (insertions, deletions,
// replacements, swaps of neighbours), nearest first, ties by text, at most `limit`, none farther
// than a third of the input's length. Lengths are in characters; width, case and invisible
// characters do not count. Ill-formed text is near nothing. For messages only: never to decide what
// a tag or an option means.
std::vector<std::string> nearest_names(std::string_view input,
                                       const std::vector<std::string>& candidates,
                                       std::size_t limit);

}  // namespace ficsearch
