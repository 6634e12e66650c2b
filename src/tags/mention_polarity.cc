// SPDX-License-Identifier: GPL-3.0-or-later
//
// A spelling is asked on both sides. Behind it a Japanese statement may follow: elements and
// particles, then a cue (NTR要素は一切ありません), then what completes, doubts or reverses it
// (ではない, かも). Before it an English or Chinese cue may stand (no NTR, 没有任何NTR); then the
// words behind the spelling decide whether that is all. Lists hand a cue on, as far as its grammar
// is sure that they do: "NTRや浮気なし" and "no NTR, cheating or angst" deny all, 純愛、NTRなし
// only the last. Every word on the way must be known to be harmless; any other makes the denial
// doubtful, because the reader who is shown a work in error pays more than the one who misses it.
#include "tags/mention_polarity.h"

namespace ficsearch::tags {
namespace {

constexpr GapMarks kStops = kSentenceEnd | kLineEnd | kQuestion | kBreak;
// After one of these a denial is complete.
constexpr GapMarks kSeparates = kComma | kListDot | kOpening | kClosing | kColon | kBreak;
constexpr GapMarks kLists = kComma | kListDot;

// How far back a word such as "if" or "cannot" makes a denial doubtful.
constexpr std::size_t kDoubtWords = 6;
// The longest item of a list that names no concept, in tokens: one word, or some CJK characters.
constexpr std::size_t kItemTokens = 8;

enum class Verdict { none, states, denies, doubtful, reversed };

class Reader {
 public:
  Reader(const std::vector<MentionToken>& tokens, std::size_t index, GapMarks at_end)
      : tokens_(tokens), index_(index), at_end_(at_end) {}

  Polarity read() const {
    const Verdict behind = said_behind();
    const Verdict before = said_before();
    if (behind == Verdict::reversed || before == Verdict::reversed) return Polarity::present;
    const bool one_denies = (behind == Verdict::denies) != (before == Verdict::denies);
    if (!one_denies) {
      // Denied from both sides is denied twice: not NTR-free.
      const bool stated =
          behind == Verdict::denies || behind == Verdict::states || before == Verdict::states;
      return stated ? Polarity::present : Polarity::plain;
    }
    if (behind == Verdict::states) return Polarity::present;
    const bool doubted = behind == Verdict::doubtful || before == Verdict::doubtful;
    return doubted ? Polarity::plain : Polarity::absent;
  }

 private:
  bool is_end(std::size_t i) const { return i >= tokens_.size(); }
  GapMarks gap(std::size_t i) const { return is_end(i) ? at_end_ : tokens_[i].gap; }
  bool has(std::size_t i, CueRoles roles) const {
    return !is_end(i) && (tokens_[i].roles & roles) != 0;
  }
  bool is_mention(std::size_t i) const { return !is_end(i) && tokens_[i].is_mention; }
  bool is_unknown(std::size_t i) const {
    return !is_end(i) && !tokens_[i].is_mention && tokens_[i].roles == 0;
  }

  // What a question mark, the end of a sentence or a separator before token `i` makes of a denial;
  // `none` if it goes on. An objection may still follow a separator: "no NTR, except once".
  Verdict at_border(std::size_t i) const {
    if ((gap(i) & kQuestion) != 0) return Verdict::doubtful;
    if (is_end(i) || (gap(i) & (kSentenceEnd | kLineEnd)) != 0) return Verdict::denies;
    if ((gap(i) & kSeparates) == 0) return Verdict::none;
    return has(i, kDoubts) && !has(i, kContrast) ? Verdict::doubtful : Verdict::denies;
  }

  // Whether a denial that ends before token `i` stands as it is. `is_complete`: it needs no word
  // that closes it.
  Verdict after_denial(std::size_t i, bool is_complete) const {
    for (;; ++i) {
      if (const Verdict border = at_border(i); border != Verdict::none) return border;
      if (has(i, kReverses)) return Verdict::reversed;
      if (has(i, kDoubts | kLimits)) return Verdict::doubtful;
      if (has(i, kContrast) || is_mention(i)) return Verdict::denies;
      if (has(i, kCloses)) {
        is_complete = true;
      } else if (has(i, kLinks)) {
        is_complete = false;
      } else {
        const bool new_phrase = (gap(i) & kSpace) != 0 && !tokens_[i - 1].is_spaced;
        return is_complete || new_phrase ? Verdict::denies : Verdict::doubtful;
      }
    }
  }

  // Whether a denial before a spelling is complete when token `i` follows the spelling.
  Verdict after_denied(std::size_t i) const {
    bool is_complete = false;
    for (;; ++i) {
      if (const Verdict border = at_border(i); border != Verdict::none) return border;
      if (has(i, kReverses | kDoubts | kLimits)) return Verdict::doubtful;
      // A denial behind it, as in "not NTR-free", is for said_behind to weigh.
      if (has(i, kOr | kAnd | kContrast | kDeniesBefore)) return Verdict::denies;
      if (has(i, kCloses)) {
        is_complete = true;
      } else if (!has(i, kElement | kEtc)) {
        return is_complete ? Verdict::denies : Verdict::doubtful;
      }
    }
  }

  // Whether what stands before the spelling narrows it: ガチNTRなし denies one kind of it only.
  bool is_narrowed() const {
    if (index_ == 0) return false;
    const std::size_t i = index_ - 1;
    const GapMarks between = gap(index_);
    if (has(i, kDoubts) && (between & ~kSpace) == 0) return true;
    if (between != 0) return false;
    if (is_mention(i) || is_unknown(i) || has(i, kLimits)) return true;
    if (!has(i, kParticle)) return false;
    if (has(i, kLinks)) return i == 0 || !has(i - 1, kAdverb);
    return i > 0 && has(i - 1, kLimits | kDoubts);
  }

  // Whether the denial at token `i`, before its spelling, is one. "isn't without", "if no".
  Verdict before_denial(std::size_t i) const {
    return tokens_[i].is_spaced ? before_spaced_denial(i) : before_cjk_denial(i);
  }

  Verdict before_spaced_denial(std::size_t i) const {
    if (i == 0) return Verdict::denies;
    const bool is_next = (gap(i) & ~(kSpace | kHyphen)) == 0;
    if (is_next && has(i - 1, kDeniesAfter)) return Verdict::reversed;
    if (is_next && has(i, kNeedsStart) && tokens_[i - 1].is_spaced &&
        (is_unknown(i - 1) || is_mention(i - 1)))
      return Verdict::doubtful;
    for (std::size_t back = 0; back < kDoubtWords && back < i; ++back) {
      if ((gap(i - back) & (kStops | kSeparates)) != 0) break;
      if (has(i - back - 1, kContrast)) break;
      if (has(i - back - 1, kDoubts)) return Verdict::doubtful;
    }
    return Verdict::denies;
  }

  Verdict before_cjk_denial(std::size_t i) const {
    if (i == 0 || (gap(i) & ~kSpace) != 0) return Verdict::denies;
    if (has(i - 1, kDoubts | kLimits)) return Verdict::doubtful;
    if (gap(i) != 0 || tokens_[i - 1].is_spaced) return Verdict::denies;
    if (has(i - 1, kDeniesAfter)) return Verdict::reversed;
    return is_mention(i - 1) || is_unknown(i - 1) ? Verdict::doubtful : Verdict::denies;
  }

  // The end of an item of a list that names no concept and begins at token `i`; `i` if there is
  // none. Separators on both sides show that it is one.
  std::size_t end_of_item(std::size_t i) const {
    if ((gap(i) & kLists) == 0) return i;
    std::size_t end = i;
    while (is_unknown(end) && end - i < kItemTokens && (end == i || gap(end) == 0)) ++end;
    return end > i && !is_end(end) && (gap(end) & kLists) != 0 ? end : i;
  }

  // What links the spelling to a cue, weakest part first.
  struct Chain {
    bool has_comma = false;
    bool has_dot = false;
    bool is_list = false;      // a word says so: など, or
    bool is_sentence = false;  // a particle stands before the cue
    bool is_joined = false;    // the next item follows や or "or"
  };

  Verdict said_behind() const {
    Chain chain;
    for (std::size_t i = index_ + 1; !is_end(i);) {
      if ((gap(i) & kStops) != 0) return Verdict::none;
      if (has(i, kDeniesBefore | kStatesBefore)) return cue_behind(i, chain);
      if ((gap(i) & kOpening) != 0 && !(is_mention(i) && (gap(i + 1) & kClosing) != 0))
        return Verdict::none;
      if (is_mention(i)) {
        if (!joins(i, chain)) return Verdict::none;
        ++i;
      } else if (has(i, kDoubts)) {
        return Verdict::doubtful;
      } else if (has(i, kElement | kEtc | kParticle | kAdverb | kOr)) {
        if ((gap(i) & kLists) != 0) return Verdict::none;
        chain.is_list |= has(i, kEtc);
        chain.is_sentence |= has(i, kParticle);
        chain.is_joined = has(i, kOr | kEtc);
        ++i;
      } else {
        const std::size_t end = end_of_item(i);
        if (end == i || !joins(i, chain)) return Verdict::none;
        i = end;
      }
    }
    return Verdict::none;
  }

  // Goes on to a further item of the list at token `i`.
  bool joins(std::size_t i, Chain& chain) const {
    const GapMarks marks = gap(i);
    if (!chain.is_joined) {
      if ((marks & (kLists | kOpening)) == 0) return false;
      chain.has_comma |= (marks & kComma) != 0;
      chain.has_dot |= (marks & kListDot) != 0;
    }
    chain.is_joined = false;
    chain.is_sentence = false;
    return true;
  }

  Verdict cue_behind(std::size_t i, const Chain& chain) const {
    const GapMarks marks = gap(i);
    if ((marks & kLists) != 0) return Verdict::none;
    if ((marks & kOpening) != 0 && (gap(i + 1) & kClosing) == 0) return Verdict::none;
    if (has(i, kNeedsColon) && ((marks & kColon) == 0 || at_border(i + 1) == Verdict::none))
      return Verdict::none;
    if (has(i, kDoubts)) return Verdict::doubtful;
    if (!has(i, kDeniesBefore)) return Verdict::states;
    const bool has_hyphen = has(i, kNeedsHyphen) && (marks & kHyphen) != 0;
    if (has(i, kNeedsHyphen) && !has_hyphen && is_mention(i + 1)) return Verdict::doubtful;
    // 無 between two spellings belongs to either.
    if (has(i, kDeniesAfter) && is_mention(i + 1) && gap(i + 1) == 0) return Verdict::doubtful;
    const Verdict verdict = after_denial(i + 1, has_hyphen || has(i, kLinks));
    if (verdict != Verdict::denies) return verdict;
    const bool reaches = chain.has_comma ? is_warned_of() && (chain.is_sentence || chain.is_list)
                                         : !chain.has_dot || is_warned_of() || chain.is_list;
    return reaches && !is_narrowed() ? Verdict::denies : Verdict::doubtful;
  }

  bool is_warned_of() const { return tokens_[index_].is_warned_of; }

  Verdict said_before() const {
    Chain chain;
    bool may_end = false;  // "no NTR and ..."
    for (std::size_t i = index_; i > 0; --i) {
      const GapMarks marks = gap(i);
      if ((marks & (kStops | kClosing)) != 0) return Verdict::none;
      if ((marks & kOpening) != 0 && (gap(i + 1) & kClosing) == 0) return Verdict::none;
      const std::size_t left = i - 1;
      if (has(left, kDeniesAfter | kStatesAfter)) return cue_before(left, marks, chain, may_end);
      if (has(left, kOr | kAnd | kElement | kEtc | kFiller)) {
        chain.has_comma |= (marks & kComma) != 0;
        chain.is_list |= has(left, kOr | kEtc);
        chain.is_joined |= has(left, kOr | kAnd);
        may_end |= has(left, kAnd) && !has(left, kOr);
      } else if (is_mention(left) || is_listed_word(left)) {
        if (!chain.is_joined) {
          may_end |= (marks & (kLists | kOpening)) == 0;
          chain.has_comma |= (marks & kComma) != 0;
          chain.has_dot |= (marks & kListDot) != 0;
        }
        chain.is_joined = false;
      } else {
        return Verdict::none;
      }
    }
    return Verdict::none;
  }

  // Whether token `i` is a single word between separators, or between a cue and one.
  bool is_listed_word(std::size_t i) const {
    if (!is_unknown(i) || i == 0 || is_end(i + 1)) return false;
    const bool ends = (gap(i + 1) & kLists) != 0 || has(i + 1, kOr);
    const bool begins = (gap(i) & kLists) != 0 || has(i - 1, kDeniesAfter | kOr);
    return ends && begins;
  }

  // Whether the list that the spelling is in ends in "or" and one more item.
  bool closes_with_or() const {
    for (std::size_t i = index_ + 1; !is_end(i); ++i) {
      if ((gap(i) & (kStops | kOpening | kClosing)) != 0) return false;
      if (has(i, kOr | kEtc)) return true;
      const bool is_item = is_mention(i) || has(i, kElement) || (gap(i) & kLists) != 0;
      if (!is_item || has(i, kAnd | kContrast | kDeniesAfter)) return false;
    }
    return false;
  }

  Verdict cue_before(std::size_t i, GapMarks marks, const Chain& chain, bool may_end) const {
    if (!has(i, kDeniesAfter)) return (marks & kLists) == 0 ? Verdict::states : Verdict::none;
    if ((marks & (kLists | kColon)) != 0) return Verdict::none;
    const Verdict verdict = before_denial(i);
    if (verdict != Verdict::denies) return verdict;
    // 無 between two spellings belongs to either.
    if (has(i, kDeniesBefore) && i > 0 && is_mention(i - 1) && gap(i) == 0)
      return Verdict::doubtful;
    const bool reaches = !may_end && (!chain.has_comma || chain.is_list || closes_with_or()) &&
                         (!chain.has_dot || is_warned_of());
    return reaches ? after_denied(index_ + 1) : Verdict::doubtful;
  }

  const std::vector<MentionToken>& tokens_;
  std::size_t index_;
  GapMarks at_end_;
};

}  // namespace

Polarity polarity_at(const std::vector<MentionToken>& tokens, std::size_t index, GapMarks at_end) {
  return Reader(tokens, index, at_end).read();
}

}  // namespace ficsearch::tags
