// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tags/dictionary.h"
#include "tags/name_index.h"
#include "tags/piece_index.h"
#include "tags/typed_tag.h"

namespace ficsearch::tags {

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
  Completer(const Completer&) = delete;  // index_ has views of names_
  Completer& operator=(const Completer&) = delete;

  const Dictionary& dictionary() const noexcept { return dictionary_; }

  // Every concept that fits, sorted by fit and concept.
  std::vector<Completion> complete(const TypedTag& typed) const;
  // Those of them that fit better than by holding what was typed: microseconds.
  std::vector<Completion> complete_begun(const TypedTag& typed) const;

  struct Name {
    std::string fold;                 // empty for a reading
    std::vector<std::string> sounds;  // of kana
    ConceptRef owner;
    std::string_view text;  // as written; valid as long as the dictionary
  };
  std::span<const Name> names() const noexcept { return names_; }
  // Their pieces, by place in names(). Made when it is first asked for: some ten milliseconds.
  const PieceIndex& pieces() const;

 private:
  void add(ConceptRef owner, std::string_view text, bool is_reading);

  class Best;
  const Dictionary& dictionary_;
  std::vector<Name> names_;
  NameIndex index_;  // of the places in names_
  mutable std::once_flag pieces_are_made_;
  mutable PieceIndex pieces_;
};

}  // namespace ficsearch::tags
