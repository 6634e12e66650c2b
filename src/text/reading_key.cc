// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/reading_key.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/kanji.h"
#include "text/keys.h"

// From the folded key of a reading, three passes: modern sounds for old and foreign kana, every
// long mark as the vowel it stands for, and then every vowel that lengthens the kana before it as a
// long mark. So おおかみ, おうかみ and おーかみ meet in おーかみ. えい stays: 景気 is not ケーキ.
namespace ficsearch::text {
namespace {

constexpr int kMaxRounds = 4;

struct Sound {
  std::u32string_view written;
  std::u32string_view spoken;
};

// Longer ones first.
constexpr std::array kSounds{
    Sound{U"ゔぁ", U"ば"},   Sound{U"ゔぃ", U"び"},   Sound{U"ゔぇ", U"べ"},
    Sound{U"ゔぉ", U"ぼ"},   Sound{U"ゔゃ", U"びゃ"}, Sound{U"ゔゅ", U"びゅ"},
    Sound{U"ゔょ", U"びょ"}, Sound{U"くゎ", U"か"},   Sound{U"ぐゎ", U"が"},
    Sound{U"うぁ", U"うあ"}, Sound{U"うぃ", U"うい"}, Sound{U"うぇ", U"うえ"},
    Sound{U"うぉ", U"うお"}, Sound{U"いぇ", U"いえ"}, Sound{U"くぁ", U"くあ"},
    Sound{U"くぃ", U"くい"}, Sound{U"くぇ", U"くえ"}, Sound{U"くぉ", U"くお"},
    Sound{U"ぐぁ", U"ぐあ"}, Sound{U"ぐぃ", U"ぐい"}, Sound{U"ぐぇ", U"ぐえ"},
    Sound{U"ぐぉ", U"ぐお"}, Sound{U"ゔ", U"ぶ"},     Sound{U"ゐ", U"い"},
    Sound{U"ゑ", U"え"},     Sound{U"を", U"お"},     Sound{U"ぢ", U"じ"},
    Sound{U"づ", U"ず"},     Sound{U"ゕ", U"か"},     Sound{U"ゖ", U"け"},
    Sound{U"ゎ", U"わ"},
};

// Most kana begin none of them.
constexpr std::u32string_view kBeginsSound = U"ゔくぐういゐゑをぢづゕゖゎ";
static_assert(std::all_of(kSounds.begin(), kSounds.end(), [](const Sound& s) {
  return kBeginsSound.find(s.written.front()) != std::u32string_view::npos;
}));

std::u32string as_spoken(std::u32string_view text) {
  std::u32string spoken;
  while (!text.empty()) {
    const auto sound =
        kBeginsSound.find(text.front()) != std::u32string_view::npos
            ? std::find_if(kSounds.begin(), kSounds.end(),
                           [&](const Sound& s) { return text.starts_with(s.written); })
            : kSounds.end();
    if (sound == kSounds.end()) {
      spoken += text.front();
      text.remove_prefix(1);
    } else {
      spoken += sound->spoken;
      text.remove_prefix(sound->written.size());
    }
  }
  return spoken;
}

constexpr char32_t vowel_letter(char vowel) noexcept {
  constexpr std::string_view kNames = "aiueo";
  constexpr std::u32string_view kLetters = U"あいうえお";
  const std::size_t i = kNames.find(vowel);
  return i == std::string_view::npos ? kLongMark : kLetters[i];
}

std::u32string with_vowels_written(std::u32string text) {
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] == kLongMark) text[i] = vowel_letter(vowel_of(text[i - 1]));
  return text;
}

// Whether vowel letter `c` after a kana on `vowel` is only heard as its length.
constexpr bool lengthens(char32_t c, char vowel) noexcept {
  switch (vowel) {
    case 'a':
      return c == U'あ';
    case 'i':
      return c == U'い';
    case 'u':
      return c == U'う';
    case 'e':
      return c == U'え';
    case 'o':
      return c == U'う' || c == U'お';
    default:
      return false;
  }
}

// A vowel after a long mark begins a syllable: とうおう is とーおー and not とー.
std::u32string with_long_marks(std::u32string text) {
  for (std::size_t i = 1; i < text.size(); ++i)
    if (lengthens(text[i], vowel_of(text[i - 1]))) text[i] = kLongMark;
  return text;
}

bool is_ascii(std::string_view utf8) noexcept {
  return std::all_of(utf8.begin(), utf8.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string reading_key(std::string_view kana) {
  // Tags in Latin letters are read too, and have no sounds to change.
  if (is_ascii(kana)) return fold_key(kana);
  std::string key(kana);
  for (int round = 0; round < kMaxRounds; ++round) {
    // Folded in every round, since a new sound can meet a mark that belongs to it.
    const std::u32string folded = to_code_points(fold_key(key));
    std::string next = to_utf8(with_long_marks(with_vowels_written(as_spoken(folded))));
    if (next == key) break;
    key = std::move(next);
  }
  return key;
}

bool has_kanji(std::string_view utf8) noexcept {
  for (std::size_t offset = 0; offset < utf8.size();)
    if (is_kanji(base::next_code_point(utf8, offset))) return true;
  return false;
}

}  // namespace ficsearch::text
