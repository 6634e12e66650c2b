// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/marked_text.h"

#include "base/utf8.h"
#include "text/char_class.h"
#include "text/fold.h"

namespace ficsearch::tags {
namespace {

bool is_in(std::u32string_view set, char32_t c) noexcept {
  return set.find(c) != std::u32string_view::npos;
}

constexpr bool is_line_end(char32_t c) noexcept {
  return c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

constexpr bool is_blank(char32_t c) noexcept {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

// A full stop ends a sentence before white space or the end; between letters it is a dot in N.T.R.
bool is_full_stop(std::string_view utf8, std::size_t after) noexcept {
  if (after >= utf8.size()) return true;
  const char32_t next = base::next_code_point(utf8, after);
  return is_blank(next) || is_line_end(next) || is_in(U"\"')]”’」』", next);
}

GapMarks mark_of(char32_t c, std::string_view utf8, std::size_t after) noexcept {
  if (is_blank(c)) return kSpace;
  if (is_line_end(c)) return kLineEnd;
  if (is_in(U"。｡!！;；", c)) return kSentenceEnd;
  if (is_in(U"?？", c)) return kSentenceEnd | kQuestion;
  if (c == U'.' || c == U'．') return is_full_stop(utf8, after) ? kSentenceEnd : 0;
  if (is_in(U",，、､", c)) return kComma;
  if (is_in(U"・･·•/／|｜\\", c)) return kListDot;
  if (is_in(U":：", c)) return kColon;
  if (is_in(U"(（[［【「『〈《{〔｢", c)) return kOpening;
  if (is_in(U")）]］】」』〉》}〕｣", c)) return kClosing;
  if (c == U'-' || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == U'_') return kHyphen;
  if (is_in(U"\"'“”‘’…‥", c)) return 0;
  return (text::classes_of(c) & text::kPunctuation) != 0 ? kBreak : 0;
}

GapMarks marks_between(std::string_view utf8, std::size_t begin, std::size_t end) noexcept {
  GapMarks marks = 0;
  while (begin < end) {
    const char32_t c = base::next_code_point(utf8, begin);
    marks = static_cast<GapMarks>(marks | mark_of(c, utf8, begin));
  }
  return marks;
}

}  // namespace

bool MarkedChar::is_letter() const noexcept {
  return (text::classes_of(c) & text::kPunctuation) == 0;
}

MarkedText marked_text(std::string_view utf8, GapMarks& at_end) {
  const text::TrackedText folded = text::fold_of(utf8);
  MarkedText marked;
  marked.reserve(folded.size());
  std::size_t letters_end = 0;
  for (const text::TrackedChar& c : folded) {
    MarkedChar next{c.code_point, c.begin, c.end, 0};
    if (next.is_letter()) {
      if (c.begin > letters_end) next.gap = marks_between(utf8, letters_end, c.begin);
      letters_end = c.end;
    }
    marked.push_back(next);
  }
  at_end = marks_between(utf8, letters_end, utf8.size());
  return marked;
}

}  // namespace ficsearch::tags
