// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/surface.h"

#include <unicode/uchar.h>

#include <cstddef>
#include <utility>

#include "text/kana.h"
#include "text/kanji.h"
#include "text/nfc.h"

// S is NFKC_Casefold with three repairs: invisible characters go before it and not in it, the
// wave dashes become one, and a spacing voiced mark joins its kana instead of becoming a space.
//
// Most characters of a fiction archive are ASCII, kana and kanji. NFKC_Casefold changes these by a
// rule that fits in a line, if at all, and none of them looks back at what stands before it. So
// only the runs of other characters, each with the character before it, are given to ICU.
namespace ficsearch::text {
namespace {

constexpr int kMaxRounds = 4;
constexpr char32_t kWaveDash = U'〜';
constexpr char32_t kSpacingVoicedMark = 0x309B;
constexpr char32_t kSpacingSemiVoicedMark = 0x309C;

constexpr bool is_spacing_sound_mark(char32_t c) noexcept {
  return c == kSpacingVoicedMark || c == kSpacingSemiVoicedMark;
}

constexpr bool is_ascii_space(char32_t c) noexcept {
  return c == U' ' || (c >= 0x09 && c <= 0x0D);
}

bool is_white_space(char32_t c) noexcept {
  return c < 0x80 ? is_ascii_space(c) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

constexpr bool is_full_width_ascii(char32_t c) noexcept {
  return c >= U'！' && c <= U'｝';  // ～ is a wave dash
}

// A character that S maps to exactly one by plain_form, whatever stands before it, and that can
// change only if one that is not plain follows.
constexpr bool is_plain(char32_t c) noexcept {
  if (c < 0x80) return true;
  if (c < 0x3000) return c >= 0x2012 && c <= 0x2023 && c != 0x2017;  // dashes and quotes
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ー') ||
         (c >= 0x3000 && c <= 0x3020) || (c >= 0x3400 && c <= 0x4DBF) || is_full_width_ascii(c);
}

constexpr char32_t plain_form(char32_t c) noexcept {
  if (c == 0x3000) return U' ';
  if (is_full_width_ascii(c)) c -= U'！' - U'!';
  return c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c;
}

bool is_ignorable(char32_t c) noexcept {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

constexpr bool is_wave(char32_t c) noexcept {
  return c == 0x301C || c == 0xFF5E || c == 0x223C || c == 0x3030;
}

// The kana that a spacing sound mark makes of the kana before it; 0 if Unicode has none.
char32_t with_sound_mark(char32_t kana, char32_t spacing_mark) {
  const UChar32 combining = spacing_mark == kSpacingVoicedMark ? 0x3099 : 0x309A;
  const UChar32 composed = nfc().composePair(static_cast<UChar32>(kana), combining);
  return composed < 0 ? 0 : static_cast<char32_t>(composed);
}

// Drops what nobody sees, unifies wave dashes, joins spacing sound marks with their kana.
// Tells whether another round could see something new.
bool prepare(const TrackedText& text, TrackedText& prepared) {
  bool changed = false;
  for (const TrackedChar& c : text) {
    if (is_plain(c.code_point)) {
      prepared.push_back(c);
    } else if (is_spacing_sound_mark(c.code_point)) {
      const char32_t composed =
          prepared.empty() ? 0 : with_sound_mark(prepared.back().code_point, c.code_point);
      if (composed == 0) {
        prepared.push_back(c);
      } else {
        prepared.back() = {composed, prepared.back().begin, c.end};
        changed = true;
      }
    } else if (is_wave(c.code_point)) {
      prepared.push_back({kWaveDash, c.begin, c.end});
    } else if (is_ignorable(c.code_point)) {
      changed = true;
    } else {
      prepared.push_back(c);
    }
  }
  return changed;
}

// NFKC_Casefold, with spacing sound marks kept out of it.
bool casefold(const TrackedText& text, TrackedText& folded) {
  bool changed = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto passes = [&](std::size_t at) {
      return is_plain(text[at].code_point) || is_spacing_sound_mark(text[at].code_point);
    };
    // A plain character is ready unless what follows may combine with it.
    if (passes(i) && (i + 1 == text.size() || passes(i + 1))) {
      folded.push_back({plain_form(text[i].code_point), text[i].begin, text[i].end});
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    if (is_spacing_sound_mark(text[i].code_point)) {
      folded.push_back(text[i]);
    } else {
      while (end < text.size() && !passes(end)) ++end;
      changed |= append_normalized(nfkc_casefold(), text, i, end, folded);
    }
    i = end;
  }
  return changed;
}

// Each run of white space becomes one space; none stays at the ends.
void collapse_white_space(TrackedText& text) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_white_space(text[i].code_point)) {
      text[kept++] = text[i];
    } else if (kept > 0) {
      if (text[kept - 1].code_point == U' ')
        text[kept - 1].end = text[i].end;
      else
        text[kept++] = {U' ', text[i].begin, text[i].end};
    }
  }
  if (kept > 0 && text[kept - 1].code_point == U' ') --kept;
  text.resize(kept);
}

}  // namespace

TrackedText surface_of(std::string_view utf8) {
  return surface_of(track(utf8));
}

TrackedText surface_of(TrackedText text) {
  TrackedText next;
  for (int round = 0; round < kMaxRounds; ++round) {
    next.clear();
    next.reserve(text.size());
    bool changed = prepare(text, next);
    text.clear();
    changed |= casefold(next, text);
    collapse_white_space(text);
    if (!changed) break;
  }
  return text;
}

}  // namespace ficsearch::text
