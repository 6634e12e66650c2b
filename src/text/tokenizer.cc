// SPDX-License-Identifier: GPL-3.0-or-later
// The folded key F decides what is CJK and gives every `word` and `bigram`, so that all writings of
// a text give the same ones. MeCab cannot read F: it knows the dictionary's katakana and iteration
// marks, not what they fold to. For words() each CJK stretch of F is therefore looked up in the
// surface key S, from which F was made, cut there, and each word folded by itself:
//
//   source   【ﾈﾄﾗﾚ】注意!   S   【ネトラレ】注意!   F   ねとられ注意   (one stretch)
//   MeCab    ネトラレ | 】 | 注意               terms   ねとられ, 注意
//
// Spans go back from F to S to the source by three cursors; everything is one walk from left to
// right. Nearly all time of words() is MeCab's.
#include "text/tokenizer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "text/break_iterators.h"
#include "text/byte_range.h"
#include "text/keys.h"
#include "text/mecab_tagger.h"
#include "text/sentence_end.h"
#include "text/source_cursor.h"
#include "text/stretches.h"

namespace ficsearch::text {
namespace {

std::string_view part(std::string_view text, ByteRange bytes) {
  return text.substr(bytes.begin, bytes.end - bytes.begin);
}

std::string_view checked_size(std::string_view utf8) {
  if (utf8.size() > Tokenizer::kMaxTextBytes)
    throw Error(ErrorCode::too_long,
                "the text has " + std::to_string(utf8.size()) + " bytes; " +
                    std::to_string(Tokenizer::kMaxTextBytes) + " are allowed",
                {}, "split it into parts");
  return utf8;
}

// A text and its keys.
struct KeyedText {
  explicit KeyedText(std::string_view utf8)
      : source(checked_size(utf8)),
        surface(surface_mapped(source)),
        folded(fold_mapped(surface.key)) {}

  std::string_view source;
  MappedKey surface;
  MappedKey folded;
};

// The tokens of a text that were found so far. The text must outlive it.
class TokenList {
 public:
  explicit TokenList(const KeyedText& text)
      : text_(text),
        to_surface_(text.folded, text.surface.key),
        to_source_(text.surface, text.source),
        line_ends_(text.surface, text.source) {}
  TokenList(const TokenList&) = delete;
  TokenList& operator=(const TokenList&) = delete;

  std::string_view surface() const noexcept { return text_.surface.key; }
  std::string_view folded() const noexcept { return text_.folded.key; }

  // The range of the surface key that a range of the folded key was made from. In rising order.
  ByteRange in_surface(ByteRange folded) { return to_surface_.find(folded.begin, folded.end); }

  // Whether the space at that offset of the surface key stands for a line end. In rising order.
  bool is_line_end(std::size_t surface_offset) {
    const ByteRange space = line_ends_.find(surface_offset, surface_offset + 1);
    return part(text_.source, space).find_first_of("\n\r") != std::string_view::npos;
  }

  void add(TokenKind kind, std::string term, ByteRange surface) {
    const ByteRange source = to_source_.find(surface.begin, surface.end);
    tokens_.push_back({std::move(term), kind, static_cast<std::uint32_t>(tokens_.size()),
                       static_cast<std::uint32_t>(source.begin),
                       static_cast<std::uint32_t>(source.end)});
  }

  std::vector<Token> take() && { return std::move(tokens_); }

 private:
  const KeyedText& text_;
  SourceCursor to_surface_;
  SourceCursor to_source_;
  SourceCursor line_ends_;
  std::vector<Token> tokens_;
};

// Every character of a CJK stretch with its right neighbour, and the last one alone.
void add_grams(ByteRange stretch, TokenList& list) {
  for (std::size_t begin = stretch.begin; begin < stretch.end;) {
    std::size_t next = begin;
    base::next_code_point(list.folded(), next);
    ByteRange gram{begin, next};
    const TokenKind kind = next < stretch.end ? TokenKind::bigram : TokenKind::last_char;
    if (kind == TokenKind::bigram) base::next_code_point(list.folded(), gram.end);
    list.add(kind, std::string(part(list.folded(), gram)), list.in_surface(gram));
    begin = next;
  }
}

}  // namespace

struct Tokenizer::Impl {
  MecabTagger tagger;
  std::unique_ptr<icu::BreakIterator> breaks = word_breaks();
  Utf8Text text;

  // The tokens of a text, those of its CJK stretches by `add_cjk`.
  template <typename AddCjk>
  std::vector<Token> cut(const KeyedText& keyed, const AddCjk& add_cjk) {
    TokenList list(keyed);
    for (const Stretch& stretch : stretches_of(list.folded())) {
      if (stretch.kind == StretchKind::cjk)
        add_cjk(stretch.bytes, list);
      else
        add_words(stretch.bytes, list);
    }
    return std::move(list).take();
  }

  std::vector<Token> words(const KeyedText& keyed) {
    return cut(keyed, [this](ByteRange cjk, TokenList& list) { add_segments(cjk, list); });
  }

  // The words of a stretch that is not CJK. ICU's pieces without letters and numbers are no words.
  void add_words(ByteRange stretch, TokenList& list) {
    const std::string_view piece = part(list.folded(), stretch);
    text.give(piece, *breaks);
    std::int32_t begin = breaks->first();
    for (std::int32_t end; (end = breaks->next()) != icu::BreakIterator::DONE; begin = end) {
      if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      const ByteRange word{stretch.begin + static_cast<std::size_t>(begin),
                           stretch.begin + static_cast<std::size_t>(end)};
      list.add(TokenKind::word, std::string(part(list.folded(), word)), list.in_surface(word));
    }
  }

  // The words of a CJK stretch, with what stands inside it in the surface key: spaces, brackets and
  // stops help MeCab, and what folds to no character is no word.
  void add_segments(ByteRange stretch, TokenList& list) {
    const ByteRange surface = list.in_surface(stretch);
    for (std::size_t begin = surface.begin; begin < surface.end;) {
      const std::string_view rest = part(list.surface(), {begin, surface.end});
      const std::string_view sentence = rest.substr(
          0, sentence_end(rest, MecabTagger::kMaxSentenceBytes,
                          [&](std::size_t offset) { return list.is_line_end(begin + offset); }));
      for (const Morpheme& word : tagger.parse(sentence)) {
        std::string term = fold_key(part(sentence, {word.begin, word.end}));
        if (has_cjk(term))
          list.add(TokenKind::segment, std::move(term), {begin + word.begin, begin + word.end});
      }
      begin += sentence.size();
    }
  }
};

Tokenizer::Tokenizer() : impl_(std::make_unique<Impl>()) {}
Tokenizer::~Tokenizer() = default;
Tokenizer::Tokenizer(Tokenizer&&) noexcept = default;
Tokenizer& Tokenizer::operator=(Tokenizer&&) noexcept = default;

std::vector<Token> Tokenizer::words(std::string_view utf8) {
  return impl_->words(KeyedText(utf8));
}

std::vector<Token> Tokenizer::grams(std::string_view utf8) {
  return impl_->cut(KeyedText(utf8), add_grams);
}

std::vector<Token> Tokenizer::grams_and_segments(std::string_view utf8) {
  const KeyedText text(utf8);
  std::vector<Token> tokens = impl_->cut(text, add_grams);
  const bool any_cjk = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == TokenKind::last_char;
  });
  if (!any_cjk) return tokens;
  for (Token& token : impl_->words(text))
    if (token.kind == TokenKind::segment) tokens.push_back(std::move(token));
  return tokens;
}

}  // namespace ficsearch::text
