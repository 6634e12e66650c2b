// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "ficsearch/mention.h"
#include "tags/dictionary.h"
#include "text/byte_range.h"

namespace ficsearch::tags {

// A spelling of a concept that stands in a text, and what the text says of it.
struct Mention {
  ConceptRef target = {};
  Polarity polarity = Polarity::plain;
  text::ByteRange range{};  // of the spelling in the text as written, on character borders

  friend bool operator==(const Mention&, const Mention&) = default;
};

// Finds the concepts that titles, summaries and tags speak of: NTRなし, no netorare, 含NTR.
//
// Spellings are compared by folded key, so that width, kana script, dots and invisible characters
// hide nothing; of the concepts that authors deny or warn of, spellings with censor marks (N〇R)
// are found too. Latin spellings stand as whole words only, short kana and single kanji not inside
// longer words. A spelling inside a longer one is not mentioned, unless the longer one is the
// shorter with a denial or warning: NTRなし states that netorare is absent and mentions no-ntr.
//
// Absence needs a clear cue (mention_cues.h) in the same sentence, with nothing in between or
// behind it that limits, questions or reverses it; what is doubtful is plain. So to keep away from
// a concept, leave out what is present or plain.
//
// The first text that it reads costs the time to take in every alias (some 40 ms for 19,000).
// Threads: const members may run in any number of threads at once.
class MentionFinder {
 public:
  explicit MentionFinder(std::shared_ptr<const Dictionary> dictionary);
  MentionFinder(MentionFinder&&) noexcept;
  MentionFinder& operator=(MentionFinder&&) noexcept;
  ~MentionFinder();

  // In the order of ranges, then of concepts; each once. `utf8` is well-formed.
  std::vector<Mention> find(std::string_view utf8) const;

  // Whether a text has a mark that could hide a letter: then it may mention what it does not spell.
  static bool may_be_censored(std::string_view utf8);

  const Dictionary& dictionary() const noexcept;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::tags
