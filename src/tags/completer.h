// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary.h"
#include "text/typed_prefix.h"

namespace ficsearch::tags {

// How well a name fits what somebody has typed so far; the best first.
enum class Fit : std::uint8_t {
  exact,       // the same folded key
  same_sound,  // typed in kana or romaji, and it sounds so
  begins,      // it begins so, in writing or in sound
  holds,       // a later word of it begins so, or kanji or kana within
};

// The beginning of a tag as it was typed, in any script.
//
// Only beginnings are matched, never near misses: who types netori must not be led to netorare.
class TypedTag {
 public:
  // `utf8` is well-formed.
  explicit TypedTag(std::string_view utf8);

  bool is_empty() const noexcept { return fold_.empty(); }
  const std::string& written() const noexcept { return written_; }
  // How a name of that folded key, with those reading keys, fits; nullopt if it does not.
  std::optional<Fit> fit(std::string_view fold_key, std::span<const std::string> sounds) const;

 private:
  std::optional<Fit> fit_writing(std::string_view fold_key) const;
  std::optional<Fit> fit_sound(std::string_view sound) const;

  std::string written_;
  std::string fold_;
  bool may_stand_within_;            // in a script that puts no blanks between words
  std::vector<std::string> sounds_;  // of the whole
  text::TypedPrefixes begins_;
};

// A concept that fits, by the best of its names.
struct Completion {
  ConceptRef target = {};
  Fit fit = Fit::exact;
  std::string_view name;  // alias or reading; valid as long as the dictionary

  friend bool operator==(const Completion&, const Completion&) = default;
};

// Completes from the names of a dictionary. Threads: const members may run in any number of threads
// at once.
class Completer {
 public:
  // Folds every alias: some milliseconds for 18,000. `dictionary` must outlive it.
  explicit Completer(const Dictionary& dictionary);

  const Dictionary& dictionary() const noexcept { return dictionary_; }

  // Every concept that fits, sorted by fit and concept.
  std::vector<Completion> complete(const TypedTag& typed) const;

  struct Name {
    std::string fold;                 // empty for a reading
    std::vector<std::string> sounds;  // of kana
    ConceptRef owner;
    std::string_view text;  // as written; valid as long as the dictionary
  };
  std::span<const Name> names() const noexcept { return names_; }

 private:
  void add(ConceptRef owner, std::string_view text, bool is_reading);

  const Dictionary& dictionary_;
  std::vector<Name> names_;
};

}  // namespace ficsearch::tags
