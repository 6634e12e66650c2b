// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "ficsearch/mention.h"
#include "tags/marked_text.h"
#include "tags/mention_cues.h"

namespace ficsearch::tags {

// A stretch of a marked text: spellings of concepts, a cue, or a word that says nothing here.
struct MentionToken {
  std::size_t begin = 0;  // characters of the marked text
  std::size_t end = 0;
  GapMarks gap = 0;           // before it
  CueRoles roles = 0;         // of a cue
  bool is_mention = false;    // spellings; two that overlap are one token
  bool is_warned_of = false;  // authors use to deny or warn of one of its concepts
  bool is_spaced = false;     // of a script that writes spaces between words
};

// What the text says of the mention at `index`. `at_end` holds the marks behind the last token.
Polarity polarity_at(const std::vector<MentionToken>& tokens, std::size_t index, GapMarks at_end);

}  // namespace ficsearch::tags
