// SPDX-License-Identifier: GPL-3.0-or-later
// A line is read once from left to right into `plain`. Ruby comes after its base, so the base is
// found by looking back in what has been written: to the last ｜, or over characters of one script.
// So of ある｜夜半《よは》の物語《ものがたり》 the readings are 夜半 and 物語, and not の物語.
#include "ingest/aozora_markup.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "ingest/aozora_accents.h"
#include "text/char_class.h"
#include "text/kana.h"
#include "text/kanji.h"

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kBaseStart = "｜";
constexpr std::string_view kRubyOpen = "《";
constexpr std::string_view kRubyClose = "》";
constexpr std::string_view kNoteOpen = "［＃";
constexpr std::string_view kBracketOpen = "［";
constexpr std::string_view kBracketClose = "］";
constexpr std::string_view kCharacterMark = "※";
constexpr std::string_view kAccentOpen = "〔";
constexpr std::string_view kAccentClose = "〕";
constexpr std::string_view kNoteSeparator = "、";
constexpr std::string_view kUnknownCharacter = "〓";

// The long repeat marks, which Shift_JIS lacks: 〱 and 〲.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kRepeatMarks{
    {{"／＼", "〱"}, {"／″＼", "〲"}}};

enum class Script : std::uint8_t { none, kanji, hiragana, katakana, spaced };

Script script_of(char32_t c) {
  if (text::is_kanji(c) || c == U'々' || c == U'〆' || c == U'〇' || c == U'〻' || c == U'ヶ' ||
      c == U'〓')
    return Script::kanji;
  if (text::is_hiragana_letter(c) || c == U'ゝ' || c == U'ゞ') return Script::hiragana;
  if (text::is_katakana_letter(c) || c == U'ヽ' || c == U'ヾ' || c == text::kLongMark)
    return Script::katakana;
  return text::is_spaced_word(c) ? Script::spaced : Script::none;
}

// Where the characters of one script that end `plain` begin; its size if it ends with none.
std::size_t base_begin(std::string_view plain) {
  std::size_t begin = plain.size();
  Script script = Script::none;
  while (begin > 0) {
    std::size_t previous = begin - 1;
    while ((static_cast<unsigned char>(plain[previous]) & 0xC0) == 0x80) --previous;
    std::size_t offset = previous;
    const Script found = script_of(base::next_code_point(plain, offset));
    if (found == Script::none || (script != Script::none && found != script)) break;
    script = found;
    begin = previous;
  }
  return begin;
}

// The size of the note that `text` begins with, brackets and notes inside it included; 0 if it is
// never closed.
std::size_t note_size(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with(kBracketOpen)) {
      ++depth;
      i += kBracketOpen.size();
    } else if (text.substr(i).starts_with(kBracketClose)) {
      i += kBracketClose.size();
      if (--depth == 0) return i;
    } else {
      ++i;
    }
  }
  return 0;
}

template <typename Number>
bool take_number(std::string_view& text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end == text.data()) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// "第3水準1-85-9" or "1-2-22": plane, row, cell. Two numbers are a page and line of the book.
std::optional<text::KutenCode> find_kuten(std::string_view field) {
  if (!take(field, "第3水準")) take(field, "第4水準");
  text::KutenCode code{};
  if (take_number(field, code.plane) && take(field, "-") && take_number(field, code.row) &&
      take(field, "-") && take_number(field, code.cell) && field.empty())
    return code;
  return std::nullopt;
}

// "U+6F75"
std::optional<char32_t> find_code_point(std::string_view field) {
  std::uint32_t code_point = 0;
  if (!take(field, "U+") || !take_number(field, code_point, 16) || !field.empty())
    return std::nullopt;
  const bool is_scalar =
      code_point >= 0xA0 && code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
  if (!is_scalar) return std::nullopt;
  return code_point;
}

// A bracketed stretch that is never closed on its line, or is empty, is no markup.
std::string_view bracketed(std::string_view text, std::string_view open, std::string_view close) {
  if (!text.starts_with(open)) return {};
  const std::size_t end = text.find(close, open.size());
  if (end == std::string_view::npos || end == open.size()) return {};
  return text.substr(0, end + close.size());
}

std::string_view inside(std::string_view text, std::string_view open, std::string_view close) {
  return text.substr(open.size(), text.size() - open.size() - close.size());
}

}  // namespace

struct AozoraMarkup::Output {
  std::string plain;
  std::optional<std::size_t> marked_base;  // where ｜ stood in `plain`
  bool had_note = false;
};

std::optional<std::string> AozoraMarkup::plain_line(std::string_view line) {
  Output output;
  while (!line.empty()) {
    std::size_t used = take_ruby(line, output);
    if (used == 0) used = take_base_start(line, output);
    if (used == 0) used = take_note(line, output);
    if (used == 0) used = take_character(line, output.plain);
    line.remove_prefix(used);
  }
  if (output.plain.empty() && output.had_note) return std::nullopt;
  return std::move(output.plain);
}

// The functions below look at the front of `line`, write what it means, and return how many bytes
// they have used; 0 if it is nothing of theirs.

std::size_t AozoraMarkup::take_ruby(std::string_view line, Output& output) {
  const std::string_view ruby = bracketed(line, kRubyOpen, kRubyClose);
  if (ruby.empty()) return 0;
  const std::size_t begin = output.marked_base.value_or(base_begin(output.plain));
  output.marked_base.reset();
  if (begin == output.plain.size()) return 0;
  add_reading(output.plain.substr(begin), characters(inside(ruby, kRubyOpen, kRubyClose)));
  return ruby.size();
}

std::size_t AozoraMarkup::take_base_start(std::string_view line, Output& output) const {
  if (!line.starts_with(kBaseStart)) return 0;
  const std::size_t ruby = line.find(kRubyOpen);
  const std::size_t next_start = line.find(kBaseStart, kBaseStart.size());
  if (ruby == std::string_view::npos || next_start < ruby) return 0;
  output.marked_base = output.plain.size();
  return kBaseStart.size();
}

std::size_t AozoraMarkup::take_note(std::string_view line, Output& output) const {
  if (!line.starts_with(kNoteOpen)) return 0;
  const std::size_t size = note_size(line);
  output.had_note = output.had_note || size > 0;
  return size;
}

std::size_t AozoraMarkup::take_character(std::string_view line, std::string& plain) const {
  if (std::string_view note = line; take(note, kCharacterMark) && note.starts_with(kNoteOpen)) {
    if (const std::size_t size = note_size(note)) {
      plain += described_character(inside(note.substr(0, size), kNoteOpen, kBracketClose));
      return kCharacterMark.size() + size;
    }
  }
  const std::string_view latin = bracketed(line, kAccentOpen, kAccentClose);
  if (!latin.empty()) {
    if (const auto accented = find_accented(inside(latin, kAccentOpen, kAccentClose))) {
      plain += *accented;
      return latin.size();
    }
  }
  for (const auto& [written, meant] : kRepeatMarks) {
    if (line.starts_with(written)) {
      plain += meant;
      return written.size();
    }
  }
  std::size_t size = 0;
  base::next_code_point(line, size);
  plain += line.substr(0, size);
  return size;
}

// The plain text of ruby, in which characters may be described but no ruby stands.
std::string AozoraMarkup::characters(std::string_view text) const {
  Output output;
  while (!text.empty()) {
    std::size_t used = take_note(text, output);
    if (used == 0) used = take_character(text, output.plain);
    text.remove_prefix(used);
  }
  return output.plain;
}

// Of "「てへん＋劣」、第3水準1-84-77" or "「魚＋台」、U+9B90、135-7", the first field that is a
// code.
std::string AozoraMarkup::described_character(std::string_view note) const {
  for (;;) {
    const std::size_t end = note.find(kNoteSeparator);
    const std::string_view field = note.substr(0, end);
    if (const auto kuten = find_kuten(field)) {
      if (auto character = jisx0213_.find(*kuten)) return *std::move(character);
    } else if (const auto code_point = find_code_point(field)) {
      std::string character;
      base::append_code_point(character, *code_point);
      return character;
    }
    if (end == std::string_view::npos) return std::string(kUnknownCharacter);
    note.remove_prefix(end + kNoteSeparator.size());
  }
}

void AozoraMarkup::add_reading(std::string surface, std::string kana) {
  if (seen_.insert(surface + '\0' + kana).second)
    readings_.push_back({std::move(surface), std::move(kana)});
}

}  // namespace ficsearch::ingest
