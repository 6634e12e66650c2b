// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/lexer.h"

#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::query {
namespace {

bool is_space(char32_t c) {
  switch (c) {
    case U' ':
    case U'\u0085':
    case U'\u00A0':
    case U'\u1680':
    case U'\u2028':
    case U'\u2029':
    case U'\u202F':
    case U'\u205F':
    case U'\u3000':  // what IMEs write for a space
      return true;
    default:
      return (c >= 0x09 && c <= 0x0D) || (c >= 0x2000 && c <= 0x200A);
  }
}

bool is_comma(char32_t c) {
  return c == U',' || c == U'，' || c == U'、';
}

bool is_open(char32_t c) {
  return c == U'(' || c == U'（';
}

bool is_close(char32_t c) {
  return c == U')' || c == U'）';
}

// What phones and IMEs write when one types a hyphen. Reading one of them as text would turn an
// exclusion into its opposite. The long mark of katakana is one because no word begins with it.
bool is_minus(char32_t c) {
  switch (c) {
    case U'-':
    case U'!':
    case U'\u2010':  // hyphen
    case U'\u2011':  // non-breaking hyphen
    case U'\u2012':  // figure dash
    case U'\u2013':  // en dash
    case U'\u2014':  // em dash
    case U'\u2212':  // minus sign
    case U'\uFF01':  // full-width exclamation mark
    case U'\uFF0D':  // full-width hyphen
    case U'\u30FC':  // long mark
      return true;
    default:
      return false;
  }
}

// The quote that closes what `c` opens. Phones write either curly quote on either side.
std::optional<char32_t> closing_quote(char32_t c) {
  switch (c) {
    case U'"':
    case U'＂':
      return c;
    case U'「':
      return U'」';
    case U'『':
      return U'』';
    case U'“':
    case U'”':
      return U'”';
    default:
      return std::nullopt;
  }
}

bool is_closing_quote_only(char32_t c) {
  return c == U'」' || c == U'』';
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return base::next_code_point(text, offset);
}

bool digit_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && base::is_ascii_digit(text[offset]);
}

// Whether the comma at `comma` groups thousands: a digit before it and exactly three behind.
bool groups_digits(std::string_view text, std::size_t comma, std::size_t word_begin) {
  return text[comma] == ',' && comma > word_begin && digit_at(text, comma - 1) &&
         digit_at(text, comma + 1) && digit_at(text, comma + 2) && digit_at(text, comma + 3) &&
         !digit_at(text, comma + 4);
}

bool ends_word(std::string_view text, std::size_t offset) {
  const char32_t c = code_point_at(text, offset);
  return is_space(c) || is_comma(c) || c == U'|' || closing_quote(c) || is_closing_quote_only(c) ||
         text.substr(offset).starts_with("&&");
}

// Behind the bracket that closes the one at `open`, if that bracket belongs to the same word.
std::optional<std::size_t> behind_bracket(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t offset = open; offset < text.size();) {
    if (ends_word(text, offset)) return std::nullopt;
    const char32_t c = base::next_code_point(text, offset);
    if (is_open(c)) ++depth;
    if (is_close(c) && --depth == 0) return offset;
  }
  return std::nullopt;
}

class Lexer {
 public:
  // A byte order mark at the start is no part of the query, yet counts in its offsets.
  explicit Lexer(std::string_view query)
      : query_(query),
        offset_(query.starts_with(base::kByteOrderMark) ? base::kByteOrderMark.size() : 0) {}

  std::vector<Token> run() {
    for (;;) {
      skip_space();
      if (offset_ == query_.size()) break;
      tokens_.push_back(next());
    }
    tokens_.push_back({TokenKind::end, query_.size(), query_.size(), {}, false});
    return std::move(tokens_);
  }

 private:
  void skip_space() {
    while (offset_ < query_.size() && is_space(code_point_at(query_, offset_)))
      base::next_code_point(query_, offset_);
  }

  Token next() {
    const std::size_t begin = offset_;
    const char32_t c = base::next_code_point(query_, offset_);
    const auto sign = [&](TokenKind kind) { return Token{kind, begin, offset_, {}, false}; };
    if (is_open(c)) return sign(TokenKind::open);
    if (is_close(c)) return sign(TokenKind::close);
    if (is_comma(c)) return sign(TokenKind::comma);
    if (is_minus(c)) return sign(TokenKind::minus);
    if (c == U'~') return sign(TokenKind::tilde);
    if (const auto close = closing_quote(c)) return phrase(begin, c, *close);
    if (is_closing_quote_only(c))
      throw Error(ErrorCode::query_syntax, "this quote was never opened",
                  Place{.byte_offset = begin, .byte_length = offset_ - begin},
                  "remove it, or open it before the phrase");
    if (c == U'|' || query_.substr(begin).starts_with("&&")) {
      if (query_.substr(offset_).starts_with(query_[begin])) ++offset_;
      return sign(c == U'|' ? TokenKind::any_of : TokenKind::all_of);
    }
    return word(begin);
  }

  // Backslash escapes itself and the quote in "…"; the other quotes know no escapes.
  Token phrase(std::size_t begin, char32_t open, char32_t close) {
    Token token{TokenKind::phrase, begin, 0, {}, false};
    bool blank = true;
    while (offset_ < query_.size()) {
      char32_t c = base::next_code_point(query_, offset_);
      if (c == close || (c == U'“' && close == U'”')) {
        if (blank)
          throw Error(ErrorCode::query_syntax, "there is nothing between these quotes",
                      Place{.byte_offset = begin, .byte_length = offset_ - begin},
                      "write a word between them, or remove them");
        token.star = query_.substr(offset_).starts_with('*');
        if (token.star) ++offset_;
        token.end = offset_;
        return token;
      }
      if (c == U'\\' && open == U'"' && offset_ < query_.size() &&
          (query_[offset_] == '"' || query_[offset_] == '\\'))
        c = static_cast<unsigned char>(query_[offset_++]);
      blank = blank && is_space(c);
      base::append_code_point(token.text, c);
    }
    std::size_t behind_quote = begin;
    base::next_code_point(query_, behind_quote);
    throw Error(ErrorCode::query_syntax, "this quote is never closed",
                Place{.byte_offset = begin, .byte_length = behind_quote - begin},
                "close it, or remove it");
  }

  Token word(std::size_t begin) {
    offset_ = word_end(query_, begin);
    Token token{TokenKind::word, begin, offset_, std::string(query_.substr(begin, offset_ - begin)),
                false};
    if (token.text == "OR") token.kind = TokenKind::any_of;
    if (token.text == "AND") token.kind = TokenKind::all_of;
    if (token.text == "NOT" || token.text == "not") token.kind = TokenKind::not_;
    return token;
  }

  std::string_view query_;
  std::size_t offset_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view query) {
  return Lexer(query).run();
}

std::size_t word_end(std::string_view text, std::size_t begin) {
  std::size_t offset = begin;
  while (offset < text.size()) {
    if (groups_digits(text, offset, begin)) {
      ++offset;
      continue;
    }
    const char32_t c = code_point_at(text, offset);
    if (is_close(c) || ends_word(text, offset)) break;
    if (is_open(c)) {
      const auto behind = offset == begin ? std::nullopt : behind_bracket(text, offset);
      if (!behind) break;
      offset = *behind;
      continue;
    }
    base::next_code_point(text, offset);
  }
  return offset;
}

bool starts_with_minus(std::string_view text) {
  return !text.empty() && is_minus(code_point_at(text, 0));
}

}  // namespace ficsearch::query
