// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/surface.h"

#include <unicode/uchar.h>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
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

// Drops what nobody sees, unifies wave dashes, joins spacing sound marks with their kana. Tells
// whether another round could see something new.
bool prepare(const TrackedText& run, TrackedText& prepared) {
  bool changed = false;
  for (const TrackedChar& c : run) {
    if (is_spacing_sound_mark(c.code_point)) {
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

// NFKC_Casefold, with spacing sound marks kept out of it. Tells whether it changed anything.
bool casefold(const TrackedText& run, TrackedText& folded) {
  bool changed = false;
  for (std::size_t i = 0; i < run.size();) {
    if (is_spacing_sound_mark(run[i].code_point)) {
      folded.push_back(run[i++]);
      continue;
    }
    std::size_t end = i + 1;
    while (end < run.size() && !is_spacing_sound_mark(run[end].code_point)) ++end;
    changed |= append_normalized(nfkc_casefold(), run, i, end, folded);
    i = end;
  }
  return changed;
}

TrackedText settled(TrackedText run) {
  TrackedText prepared;
  for (int round = 0; round < kMaxRounds; ++round) {
    prepared.clear();
    bool changed = prepare(run, prepared);
    run.clear();
    changed |= casefold(prepared, run);
    if (!changed) break;
  }
  return run;
}

// Takes the characters of a key one by one; each run of white space becomes one space, and none
// stays at the ends.
class SurfaceWriter {
 public:
  explicit SurfaceWriter(std::size_t source_bytes) { text_.reserve(source_bytes); }

  void add(const TrackedChar& c) {
    if (!is_white_space(c.code_point)) {
      text_.push_back(c);
    } else if (!text_.empty()) {
      if (text_.back().code_point == U' ')
        text_.back().end = c.end;
      else
        text_.push_back({U' ', c.begin, c.end});
    }
  }

  // Takes back the character added last. Needs one that is no white space.
  void take_back() { text_.pop_back(); }

  TrackedText finish() {
    if (!text_.empty() && text_.back().code_point == U' ') text_.pop_back();
    return std::move(text_);
  }

 private:
  TrackedText text_;
};

// Reads characters with the bytes they stand at.
class Reader {
 public:
  explicit Reader(std::string_view utf8) : utf8_(utf8) {}

  bool at_end() const noexcept { return offset_ >= utf8_.size(); }

  TrackedChar next() noexcept {
    const auto begin = static_cast<std::uint32_t>(offset_);
    const char32_t c = base::next_code_point(utf8_, offset_);
    return {c, begin, static_cast<std::uint32_t>(offset_)};
  }

 private:
  std::string_view utf8_;
  std::size_t offset_ = 0;
};

}  // namespace

TrackedText surface_of(std::string_view utf8) {
  assert(!base::find_ill_formed(utf8));
  SurfaceWriter writer(utf8.size());
  Reader reader(utf8);
  TrackedChar last{U' ', 0, 0};  // a plain character that what follows may combine with, or a space
  while (!reader.at_end()) {
    TrackedChar c = reader.next();
    TrackedText run;
    if (!is_plain(c.code_point)) {
      if (!is_white_space(plain_form(last.code_point))) {
        writer.take_back();
        run.push_back(last);
      }
      run.push_back(c);
      bool plain_follows = false;
      while (!plain_follows && !reader.at_end()) {
        c = reader.next();
        plain_follows = is_plain(c.code_point);
        if (!plain_follows) run.push_back(c);
      }
      for (const TrackedChar& s : settled(std::move(run))) writer.add(s);
      if (!plain_follows) break;
    }
    writer.add({plain_form(c.code_point), c.begin, c.end});
    last = c;
  }
  return writer.finish();
}

// Beside ASCII, plain characters are of three bytes.
bool append_plain_surface(std::string_view utf8, std::u32string& key) {
  const std::size_t begin = key.size();
  key.resize(begin + utf8.size());
  char32_t* const first = key.data() + begin;
  char32_t* next = first;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto byte = [&](std::size_t k) {
      return static_cast<char32_t>(static_cast<unsigned char>(utf8[i + k]));
    };
    char32_t c = byte(0);
    if (c < 0x80) {
      ++i;
    } else {
      const bool is_of_three = utf8.size() - i >= 3 && (c & 0xF0) == 0xE0 &&
                               (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80;
      if (!is_of_three) return false;
      c = (c & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
      if (c < 0x800 || !is_plain(c)) return false;
      i += 3;
    }
    const char32_t form = plain_form(c);
    if (!is_ascii_space(form))
      *next++ = form;
    else if (next != first && next[-1] != U' ')
      *next++ = U' ';
  }
  if (next != first && next[-1] == U' ') --next;
  key.resize(begin + static_cast<std::size_t>(next - first));
  return true;
}

}  // namespace ficsearch::text
