// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/rough_sound.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/code_points.h"
#include "text/kana.h"

// Both sides become letters of one rough alphabet (チゴラス: tigorasu, Chigoras: tigoras), and then
// lose what only one of them has (tigoras).
namespace ficsearch::tags {
namespace {

struct Letters {
  std::string_view written;
  std::string_view rough;
};

// Longer ones first.
constexpr std::array kLatin{
    Letters{"tch", "t"}, Letters{"sch", "s"}, Letters{"ch", "t"},  Letters{"sh", "s"},
    Letters{"ts", "t"},  Letters{"th", "t"},  Letters{"ph", "h"},  Letters{"ck", "k"},
    Letters{"qu", "k"},  Letters{"ce", "se"}, Letters{"ci", "si"}, Letters{"c", "k"},
    Letters{"f", "h"},   Letters{"j", "z"},   Letters{"l", "r"},   Letters{"q", "k"},
    Letters{"v", "b"},   Letters{"x", "kus"}, Letters{"y", "i"},
};

constexpr bool is_letter_or_digit(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

constexpr bool is_vowel(char c) noexcept {
  return std::string_view("aiueo").find(c) != std::string_view::npos;
}

// The vowel that kana writes for a vowel and an r that no vowel follows (ワナイダー, ムシャーナ); 0
// if `key` does not begin so.
char open_vowel(std::string_view key) noexcept {
  if (key.size() < 2 || !is_vowel(key[0]) || key[1] != 'r') return 0;
  if (key.size() > 2 && (is_vowel(key[2]) || key[2] == 'r' || key[2] == 'y')) return 0;
  return key[0] == 'o' && key.size() > 2 ? 'o' : 'a';
}

std::string rough_latin(std::string_view key) {
  std::string rough;
  while (!key.empty()) {
    const auto* letters = std::find_if(
        kLatin.begin(), kLatin.end(), [&](const Letters& l) { return key.starts_with(l.written); });
    if (letters != kLatin.end()) {
      rough += letters->rough;
      key.remove_prefix(letters->written.size());
      continue;
    }
    if (const char vowel = open_vowel(key)) {
      rough += vowel;
      key.remove_prefix(2);
      continue;
    }
    if (is_letter_or_digit(key.front())) rough += key.front();
    key.remove_prefix(1);
  }
  return rough;
}

// The consonant of a kana, in the rough alphabet; '-' for vowels and what is no kana.
char consonant_of(char32_t kana) noexcept {
  struct Row {
    std::u32string_view kana;
    char consonant;
  };
  constexpr std::array kRows{
      Row{U"かきくけこ", 'k'}, Row{U"がぎぐげご", 'g'}, Row{U"さしすせそ", 's'},
      Row{U"ざじずぜぞ", 'z'}, Row{U"たちつてと", 't'}, Row{U"だぢづでど", 'd'},
      Row{U"なにぬねの", 'n'}, Row{U"はひふへほ", 'h'}, Row{U"ばびぶべぼ", 'b'},
      Row{U"ぱぴぷぺぽ", 'p'}, Row{U"まみむめも", 'm'}, Row{U"らりるれろ", 'r'},
      Row{U"わ", 'w'},
  };
  for (const Row& row : kRows)
    if (row.kana.find(kana) != std::u32string_view::npos) return row.consonant;
  return '-';
}

std::string rough_kana(std::string_view reading_key) {
  constexpr std::u32string_view kSmallVowels = U"ぁぃぅぇぉ";
  constexpr std::u32string_view kGlides = U"ゃゅょやゆよ";
  std::string rough;
  for (const char32_t c : text::to_code_points(reading_key)) {
    if (c == text::kLongMark || c == U'っ') continue;
    if (c == U'ん') {
      rough += 'n';
    } else if (kSmallVowels.find(c) != std::u32string_view::npos) {
      if (!rough.empty() && is_vowel(rough.back())) rough.pop_back();
      rough += text::vowel_of(c);
    } else if (const std::size_t glide = kGlides.find(c); glide != std::u32string_view::npos) {
      // キャ is kia, as kya is, and ヤ is ia; but シャ is sa, as sha is.
      const bool is_soft = rough.ends_with("si") || rough.ends_with("ti") || rough.ends_with("zi");
      if (glide > 2) rough += 'i';
      if (glide <= 2 && is_soft) rough.pop_back();
      rough += text::vowel_of(c);
    } else if (text::is_hiragana_letter(c)) {
      if (consonant_of(c) != '-') rough += consonant_of(c);
      rough += text::vowel_of(c);
    } else if (c < 0x80 && is_letter_or_digit(static_cast<char>(c))) {
      rough += static_cast<char>(c);
    }
  }
  return rough;
}

// Without doubled letters, and without the vowels that kana adds: u after a consonant, o after t
// and d, i after a final t, where no vowel follows.
std::string bare(std::string_view rough) {
  std::string once;
  for (const char c : rough)
    if (once.empty() || once.back() != c) once += c;
  std::string key;
  for (std::size_t i = 0; i < once.size(); ++i) {
    const bool is_before_vowel = i + 1 < once.size() && is_vowel(once[i + 1]);
    const char left = i > 0 ? once[i - 1] : 'a';
    const bool is_added =
        (once[i] == 'u' && !is_vowel(left)) || (once[i] == 'o' && (left == 't' || left == 'd'));
    if (!is_added || is_before_vowel) key += once[i];
  }
  return key;
}

}  // namespace

std::string rough_sound_of_latin(std::string_view fold_key) {
  return bare(rough_latin(fold_key));
}

std::string rough_sound_of_kana(std::string_view reading_key) {
  return bare(rough_kana(reading_key));
}

}  // namespace ficsearch::tags
