// SPDX-License-Identifier: GPL-3.0-or-later
//
// NTRや浮気はありません becomes the tokens [NTR] や [浮気] は ありません, and each mention is read
// with its neighbours (mention_polarity.h). Spellings inside longer ones are no tokens, save where
// the longer one is itself such a statement (NTRなし, of no-ntr): then the parts are read, and the
// whole is denied if its context turns it round (NTRなしではない). Cost: linear in the text.
#include "tags/mentions.h"

#include <algorithm>
#include <cstddef>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

#include "tags/censored_spellings.h"
#include "tags/marked_text.h"
#include "tags/mention_lexicon.h"
#include "tags/mention_polarity.h"
#include "text/char_class.h"

namespace ficsearch::tags {
namespace {

struct ReadSpelling {
  FoundSpelling found;
  Polarity polarity = Polarity::plain;
};

// What stands in no longer spelling. Longer ones come first at each place.
std::vector<FoundSpelling> without_inner(std::vector<FoundSpelling> spellings) {
  std::sort(spellings.begin(), spellings.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.begin, b.end, a.target) < std::tuple(b.begin, a.end, b.target);
  });
  std::vector<FoundSpelling> kept;
  for (const FoundSpelling& found : spellings)
    // The last one kept reaches farthest: whatever held this one would have held that one too.
    if (kept.empty() || !found.is_inside(kept.back())) kept.push_back(found);
  return kept;
}

// Takes the aliases that state something out of `spellings`.
std::vector<FoundSpelling> take_statements(std::vector<FoundSpelling>& spellings) {
  const auto first = std::stable_partition(
      spellings.begin(), spellings.end(),
      [](const FoundSpelling& found) { return found.says == Polarity::plain; });
  std::vector<FoundSpelling> statements(first, spellings.end());
  spellings.erase(first, spellings.end());
  return statements;
}

// Cuts a text into mentions, cues and words.
class Tokens {
 public:
  Tokens(const MarkedText& text, const std::vector<FoundCue>& cues, const MentionLexicon& lexicon)
      : text_(text), cues_(cues), lexicon_(lexicon) {}

  // `spellings` are sorted and none is inside another. Afterwards token_of says which token each of
  // them is in; none if a longer cue holds it.
  std::vector<MentionToken> cut(const std::vector<FoundSpelling>& spellings) {
    token_of_.assign(spellings.size(), std::nullopt);
    for (std::size_t at = 0, next = 0; at < text_.size();) {
      while (next < spellings.size() && spellings[next].begin < at) ++next;
      const bool is_spelling = next < spellings.size() && spellings[next].begin == at;
      const FoundCue* cue = cue_at(at);
      if (is_spelling && (cue == nullptr || !holds(*cue, spellings[next]))) {
        at = add_mention(spellings, next);
      } else if (cue != nullptr && !cuts_spelling(*cue, spellings, next)) {
        add({at, cue->end, 0, cue->roles, false, false, false});
        at = cue->end;
      } else if (is_spelling) {
        at = add_mention(spellings, next);
      } else if (text_[at].is_letter()) {
        const std::size_t limit = next < spellings.size() ? spellings[next].begin : text_.size();
        const std::size_t end = end_of_word(at, limit);
        add({at, end, 0, 0, false, false, false});
        at = end;
      } else {
        ++at;
      }
    }
    return std::move(tokens_);
  }

  const std::vector<std::optional<std::size_t>>& token_of() const noexcept { return token_of_; }

 private:
  const FoundCue* cue_at(std::size_t at) {
    while (next_cue_ < cues_.size() && cues_[next_cue_].begin < at) ++next_cue_;
    return next_cue_ < cues_.size() && cues_[next_cue_].begin == at ? &cues_[next_cue_] : nullptr;
  }

  // Whether a cue is more than a spelling at its place. 注意, itself a tag, is a cue beside others.
  static bool holds(const FoundCue& cue, const FoundSpelling& spelling) {
    constexpr CueRoles kDecides = kDeniesBefore | kDeniesAfter | kStatesBefore | kStatesAfter;
    return cue.end > spelling.end || (cue.end == spelling.end && (cue.roles & kDecides) != 0);
  }

  // Whether a spelling begins in the cue and goes on behind it.
  static bool cuts_spelling(const FoundCue& cue, const std::vector<FoundSpelling>& spellings,
                            std::size_t next) {
    for (; next < spellings.size() && spellings[next].begin < cue.end; ++next)
      if (spellings[next].end > cue.end) return true;
    return false;
  }

  // One token of the spelling at `next` and all that overlap with it.
  std::size_t add_mention(const std::vector<FoundSpelling>& spellings, std::size_t next) {
    MentionToken token{spellings[next].begin, spellings[next].end, 0, 0, true, true, false};
    for (; next < spellings.size() && spellings[next].begin < token.end; ++next) {
      token.end = std::max(token.end, spellings[next].end);
      token.is_warned_of &= lexicon_.is_warned_of(spellings[next].target);
      token_of_[next] = tokens_.size();
    }
    add(token);
    return token.end;
  }

  std::size_t end_of_word(std::size_t begin, std::size_t limit) const {
    std::size_t end = begin + 1;
    if (!text::is_spaced_word(text_[begin].c)) return end;
    while (end < limit && text_[end].gap == 0 && text::is_spaced_word(text_[end].c)) ++end;
    return end;
  }

  // Marks before signs that keys keep stand at the first letter behind them.
  void add(MentionToken token) {
    std::size_t letter = token.begin;
    while (letter < token.end && !text_[letter].is_letter()) ++letter;
    if (letter < token.end) token.gap = text_[letter].gap;
    token.is_spaced = text::is_spaced_word(text_[token.end - 1].c);
    tokens_.push_back(token);
  }

  const MarkedText& text_;
  const std::vector<FoundCue>& cues_;
  const MentionLexicon& lexicon_;
  std::size_t next_cue_ = 0;
  std::vector<MentionToken> tokens_;
  std::vector<std::optional<std::size_t>> token_of_;
};

std::vector<ReadSpelling> read_spellings(const MarkedText& text, GapMarks at_end,
                                         std::vector<FoundSpelling> spellings,
                                         const std::vector<FoundCue>& cues,
                                         const MentionLexicon& lexicon) {
  spellings = without_inner(std::move(spellings));
  Tokens tokens(text, cues, lexicon);
  const std::vector<MentionToken> cut = tokens.cut(spellings);
  std::vector<ReadSpelling> read;
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    const auto token = tokens.token_of()[i];
    read.push_back({spellings[i], token ? polarity_at(cut, *token, at_end) : Polarity::plain});
  }
  return read;
}

// The last spelling inside `whole` that its cue is about; null if a longer spelling took its place.
const ReadSpelling* spelling_inside(const FoundSpelling& whole,
                                    const std::vector<ReadSpelling>& read) {
  const auto found = std::find_if(read.rbegin(), read.rend(), [&](const ReadSpelling& part) {
    return part.found.is_inside(whole);
  });
  return found == read.rend() ? nullptr : &*found;
}

// A statement that is turned round is denied itself; one that is doubted is neither.
Polarity polarity_of_statement(const FoundSpelling& statement, const ReadSpelling* part) {
  if (part == nullptr || part->polarity == statement.says) return Polarity::plain;
  return part->polarity == Polarity::plain ? Polarity::plain : Polarity::absent;
}

// Adds the statements to what was read of their parts. One that says of a concept what it is an
// alias of adds nothing: NTR要素あり is netorare. Nor does one inside another: NTR無 in NTR無し.
void add_statements(const std::vector<FoundSpelling>& statements, std::vector<ReadSpelling>& read) {
  const std::vector<ReadSpelling> parts = read;
  for (const FoundSpelling& statement : statements) {
    const bool adds_nothing =
        std::any_of(
            parts.begin(), parts.end(),
            [&](const ReadSpelling& part) {
              return statement.is_inside(part.found) ||
                     (part.found.is_inside(statement) && part.found.target == statement.target);
            }) ||
        std::any_of(statements.begin(), statements.end(), [&](const FoundSpelling& other) {
          return statement.is_inside(other) && statement.target == other.target;
        });
    if (adds_nothing) continue;
    const ReadSpelling* part = spelling_inside(statement, parts);
    read.push_back({statement, polarity_of_statement(statement, part)});
  }
}

// The aliases of a dictionary, with what those that are a shorter one and a cue say of it.
class MentionReader {
 public:
  explicit MentionReader(const Dictionary& dictionary) : lexicon_(dictionary) {
    // Shorter ones first, because the longer are read with them.
    std::vector<Dictionary::Alias> aliases(dictionary.aliases().begin(),
                                           dictionary.aliases().end());
    std::stable_sort(aliases.begin(), aliases.end(),
                     [](const auto& a, const auto& b) { return a.text.size() < b.text.size(); });
    for (const Dictionary::Alias& alias : aliases) find_statement(alias);
  }

  std::vector<Mention> find(std::string_view utf8) const {
    GapMarks at_end = 0;
    const MarkedText text = marked_text(utf8, at_end);
    FoundWords words = lexicon_.find(utf8, text);
    if (words.spellings.empty()) return {};
    const std::vector<FoundSpelling> statements = take_statements(words.spellings);
    std::vector<ReadSpelling> read =
        read_spellings(text, at_end, std::move(words.spellings), words.cues, lexicon_);
    add_statements(statements, read);

    std::vector<Mention> mentions;
    for (const ReadSpelling& spelling : read)
      mentions.push_back({spelling.found.target,
                          spelling.polarity,
                          {text[spelling.found.begin].begin, text[spelling.found.end - 1].end}});
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
      return std::tuple(a.range.begin, a.range.end, a.target) <
             std::tuple(b.range.begin, b.range.end, b.target);
    });
    return mentions;
  }

 private:
  void find_statement(const Dictionary::Alias& alias) {
    GapMarks at_end = 0;
    const MarkedText text = marked_text(alias.text, at_end);
    FoundWords words = lexicon_.find(alias.text, text);
    std::erase_if(words.spellings, [&](const FoundSpelling& found) {
      return found.end - found.begin == text.size();
    });
    if (words.spellings.empty()) return;
    take_statements(words.spellings);
    const auto read = read_spellings(text, 0, std::move(words.spellings), words.cues, lexicon_);
    for (const ReadSpelling& part : read) {
      // "deal with the devil" is a spelling of its own, whatever "with the devil" would say.
      const bool same = part.found.target == alias.target;
      if (part.polarity != (same ? Polarity::present : Polarity::absent)) continue;
      lexicon_.set_statement(alias, part.polarity);
    }
  }

  MentionLexicon lexicon_;
};

}  // namespace

struct MentionFinder::Impl {
  std::shared_ptr<const Dictionary> dictionary;
  std::once_flag is_made;
  std::optional<MentionReader> reader;  // guarded by is_made
};

MentionFinder::MentionFinder(std::shared_ptr<const Dictionary> dictionary)
    : impl_(std::make_unique<Impl>()) {
  impl_->dictionary = std::move(dictionary);
}
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;
MentionFinder& MentionFinder::operator=(MentionFinder&&) noexcept = default;
MentionFinder::~MentionFinder() = default;

std::vector<Mention> MentionFinder::find(std::string_view utf8) const {
  std::call_once(impl_->is_made, [&] { impl_->reader.emplace(*impl_->dictionary); });
  return impl_->reader->find(utf8);
}

bool MentionFinder::may_be_censored(std::string_view utf8) {
  return CensoredSpellings::may_stand_in(utf8);
}

const Dictionary& MentionFinder::dictionary() const noexcept {
  return *impl_->dictionary;
}

}  // namespace ficsearch::tags
