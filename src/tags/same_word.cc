// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/same_word.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "tags/latin_words.h"
#include "text/code_points.h"
#include "text/keys.h"
#include "text/lossy_key.h"

namespace ficsearch::tags {
namespace {

using text::MatchTier;

constexpr char kStem = 'E';
constexpr char kSound = 'Y';
constexpr char kLossy = 'L';
constexpr char kVariant = 'V';
constexpr char kPartKana = 'M';
constexpr char kCompound = 'W';
constexpr char kLoan = 'X';
constexpr char kName = 'N';

bool is_subsequence(std::u32string_view part, std::u32string_view whole) noexcept {
  auto next = part.begin();
  for (const char32_t c : whole)
    if (next != part.end() && *next == c) ++next;
  return next == part.end();
}

// Two romaji forms share what each most likely means: kinen and kin'en can both be きんえん, but
// kinen is 記念.
bool share_sound(const SpellingKeys& a, const SpellingKeys& b) noexcept {
  if (a.writing == Writing::latin && b.writing == Writing::latin)
    return !a.sounds.empty() && !b.sounds.empty() && a.sounds.front() == b.sounds.front();
  return std::any_of(a.sounds.begin(), a.sounds.end(), [&](const std::string& sound) {
    return std::find(b.sounds.begin(), b.sounds.end(), sound) != b.sounds.end();
  });
}

std::ptrdiff_t archaic_particles(const SpellingKeys& keys) noexcept {
  return std::count_if(keys.kanji.begin(), keys.kanji.end(),
                       [](char32_t c) { return c == U'之' || c == U'乃'; });
}

// Whether both leave kanji of one word out: むぎ藁とんぼ and むぎわら蜻蛉 of 麦藁蜻蛉. Or one has
// digits where the other has kanji: 第3子, 第三子.
bool share_word(const SpellingKeys& a, const SpellingKeys& b) noexcept {
  return std::any_of(a.words.begin(), a.words.end(), [&](const std::string& word) {
    return std::binary_search(b.words.begin(), b.words.end(), word);
  });
}

bool same_but_for_kanji(const SpellingKeys& a, const SpellingKeys& b) noexcept {
  return archaic_particles(a) == archaic_particles(b) &&
         (is_subsequence(a.kanji, b.kanji) || is_subsequence(b.kanji, a.kanji)) &&
         share_sound(a, b);
}

bool leaves_lengths_out(const SpellingKeys& typed, const SpellingKeys& full) {
  if (typed.writing != Writing::latin || typed.sounds.empty()) return false;
  const std::string lossy = text::lossy_key(typed.sounds.front());
  const auto leaves_out = [&](const std::string& sound) {
    return std::any_of(full.sounds.begin(), full.sounds.end(), [&](const std::string& longer) {
      return longer.size() > sound.size() && text::lossy_key(longer) == lossy &&
             is_subsequence(text::to_code_points(sound), text::to_code_points(longer));
    });
  };
  // Of two romaji forms one must say less than the other, not each than something of the other.
  if (full.writing == Writing::latin) return leaves_out(typed.sounds.front());
  // A hyphen or h may be a length or nothing: Yokai-san is よかいーさん or よかいさん.
  return std::any_of(typed.sounds.begin(), typed.sounds.end(), [&](const std::string& sound) {
    return text::lossy_key(sound) == lossy && leaves_out(sound);
  });
}

// Whether `typed` is a foreign word, and `full` may be how kana renders it.
bool renders_loan(const SpellingKeys& typed, const SpellingKeys& full) noexcept {
  return typed.writing == Writing::latin && full.writing == Writing::kana && !typed.loan.empty() &&
         typed.loan == full.loan;
}

// Whether English words are meant by kana.
bool is_said_as(const SpellingKeys& english, const SpellingKeys& kana) noexcept {
  return kana.writing == Writing::kana && !kana.sounds.empty() &&
         std::find(english.loan_sounds.begin(), english.loan_sounds.end(), kana.sounds.front()) !=
             english.loan_sounds.end();
}

// Whether kana of one stand for all digits and letters of the other.
bool is_spelled_out(const SpellingKeys& letters, const SpellingKeys& kana) noexcept {
  return letters.writing == Writing::kana && kana.numerals.empty() && is_said_as(letters, kana);
}

// Both are words of EDICT with other meanings, or one is such a word but for a middle dot.
bool are_kept_apart(const SpellingKeys& a, const SpellingKeys& b) {
  return std::any_of(a.apart.begin(), a.apart.end(),
                     [&](const std::string& other) { return text::fold_key(other) == b.folded; });
}

bool is_kana_variant(const SpellingKeys& a, const SpellingKeys& b) {
  return !a.kana_variant.empty() && a.kana_variant == b.kana_variant && !are_kept_apart(a, b);
}

bool is_one_name(const SpellingKeys& a, const SpellingKeys& b, Order order) noexcept {
  return !a.name.empty() && a.name == b.name && (order == Order::of_names || a.is_listed_name);
}

}  // namespace

Order order_in(std::optional<Facet> facet) noexcept {
  return facet == Facet::character || facet == Facet::author ? Order::of_names : Order::of_words;
}

std::optional<MatchTier> same_word(const SpellingKeys& a, const SpellingKeys& b, Order order) {
  if (a.folded == b.folded) return MatchTier::folded;
  if (same_compound(a.folded, b.folded)) return MatchTier::reading;
  const bool both_kanji = a.writing == Writing::kanji && b.writing == Writing::kanji;
  if (both_kanji && share_word(a, b)) return MatchTier::mixed;
  if (is_spelled_out(a, b) || is_spelled_out(b, a)) return MatchTier::reading;
  if (a.numerals != b.numerals) return std::nullopt;
  if (both_kanji && same_but_for_kanji(a, b)) return MatchTier::mixed;
  if (a.stem == b.stem) return MatchTier::stem;
  if (both_kanji) return std::nullopt;
  if (share_sound(a, b) || is_kana_variant(a, b) || is_one_name(a, b, order) || is_said_as(a, b) ||
      is_said_as(b, a))
    return MatchTier::reading;
  if (is_lossy_form(a, b) || is_lossy_form(b, a)) return MatchTier::lossy;
  return std::nullopt;
}

bool is_lossy_form(const SpellingKeys& typed, const SpellingKeys& full) {
  return leaves_lengths_out(typed, full) || renders_loan(typed, full);
}

std::vector<std::string> join_keys(const SpellingKeys& keys) {
  std::vector<std::string> filed{kStem + keys.stem};
  for (const std::string& sound : keys.sounds) filed.push_back(kSound + sound);
  for (const std::string& sound : keys.loan_sounds) filed.push_back(kSound + sound);
  for (const std::string& lossy : keys.lossy) filed.push_back(kLossy + lossy);
  for (const std::string& word : keys.words) filed.push_back(kPartKana + word);
  if (!keys.kana_variant.empty()) filed.push_back(kVariant + keys.kana_variant);
  if (!keys.compound.empty()) filed.push_back(kCompound + keys.compound);
  if (!keys.name.empty()) filed.push_back(kName + keys.name);
  if (!keys.loan.empty()) filed.push_back(kLoan + keys.loan);
  std::sort(filed.begin(), filed.end());
  filed.erase(std::unique(filed.begin(), filed.end()), filed.end());
  return filed;
}

std::string_view join_letters(MatchTier tier) noexcept {
  static constexpr std::array kMixed{kSound, kPartKana};
  static constexpr std::array kReading{kSound, kVariant, kCompound, kName};
  static constexpr std::array kWeakest{kLossy, kLoan};
  switch (tier) {
    case MatchTier::mixed:
      return {kMixed.data(), kMixed.size()};
    case MatchTier::stem:
      return {&kStem, 1};
    case MatchTier::reading:
      return {kReading.data(), kReading.size()};
    case MatchTier::lossy:
      return {kWeakest.data(), kWeakest.size()};
    default:
      return {};
  }
}

}  // namespace ficsearch::tags
