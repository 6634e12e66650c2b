// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tags/dictionary.h"
#include "tags/spelling_keys.h"

namespace ficsearch::tags {

// The spellings of a dictionary, to be found by what they sound like.
//
// A concept's kanji are read as its kana spellings and `readings` say, then as they are most likely
// read: a rare reading (無双 as ぶそう) would claim the kana of other words. Its
// Latin spellings are taken for romaji only if nothing else says how the concept sounds, since
// English words read by accident. Threads: const members may run in any number of threads at once.
class DictionarySpellings {
 public:
  struct Spelling {
    ConceptRef target = {};
    SpellingKeys keys;
  };

  // What is built in with its keys is not read again. Takes some milliseconds for a thousand
  // spellings of the others. `dictionary` must outlive it.
  // Throws Error(`io`) if MeCab fails.
  DictionarySpellings(const Dictionary& dictionary, SpellingReader& reader);

  // Everything that a person wrote a concept with, each once, sorted: what is read, besides its
  // readings.
  static std::vector<std::string> written_forms(const Concept& subject);

  const Dictionary& dictionary() const noexcept { return dictionary_; }

  // The places in spellings() of what is filed under a key of tags/same_word.h.
  std::span<const std::uint32_t> with_join_key(std::string_view join_key) const;
  const Spelling& operator[](std::uint32_t place) const { return spellings_[place]; }

  // The concepts of which `surface_key` is a spelling with letters hidden by censor marks, sorted,
  // each once. Only such as authors censor: those that call for an advisory, warnings and
  // advisories themselves.
  std::vector<ConceptRef> censored_as(std::string_view surface_key) const;

 private:
  SpellingKeys keys_of(const std::string& written, SpellingReader& reader) const;
  void add_concept(ConceptRef ref, SpellingReader& reader);

  const Dictionary& dictionary_;
  std::vector<Spelling> spellings_;
  std::vector<std::uint32_t> sensitive_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;  // never iterated
};

}  // namespace ficsearch::tags
