// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "ficsearch/tags.h"
#include "tags/dictionary_spellings.h"
#include "tags/spelling_keys.h"

namespace ficsearch::tags {

// Whether tag b would join tag a without asking, in an archive that knows only a and the
// dictionary. Symmetric. Input is checked UTF-8.
//
// The two are the same if they mean the same thing in an archive that bears just them, by the rules
// of tags/joining.h. If they do not, yet their letters can be one word, a person is asked: so about
// けいおん! and けいおん!!, or a fandom whose marks are not as the dictionary lists them. Aliases
// of two concepts are different. Throws Error(`io`) if MeCab fails.
Comparison compare(const DictionarySpellings& dictionary, SpellingReader& reader,
                   std::string_view a, std::string_view b);

// Compares tags by one dictionary, which it reads at the first question.
// Threads: const members may run in any number of threads; they take turns.
class Comparer {
 public:
  explicit Comparer(std::shared_ptr<const Dictionary> dictionary)
      : dictionary_(std::move(dictionary)) {}

  // As the function above.
  Comparison compare(std::string_view a, std::string_view b) const;

 private:
  std::shared_ptr<const Dictionary> dictionary_;
  mutable std::mutex mutex_;  // guards what is below
  mutable std::optional<SpellingReader> reader_;
  mutable std::optional<DictionarySpellings> spellings_;
};

}  // namespace ficsearch::tags
