// SPDX-License-Identifier: GPL-3.0-or-later
// The score is that of a cosine, with the rarity of pieces on the side of the text alone: weighing
// the pieces of every name, too, costs a second pass and found fewer of the names that were meant.
#include "tags/alike_names.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "tags/rough_sound.h"
#include "tags/script.h"
#include "text/code_points.h"
#include "text/kana.h"
#include "text/kanji.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kSounds = 2;          // the next ones are seldom right
constexpr std::size_t kLeastWordBytes = 2;  // one letter is in too much

// Of the letters of rough sounds, from 1 on. Beginning and end count as letters of their own.
constexpr std::uint64_t kLetters = 40;
constexpr std::uint64_t kBeginning = 37;
constexpr std::uint64_t kEnd = 38;
constexpr std::uint64_t kOther = 39;
constexpr std::uint64_t letter_number(char c) noexcept {
  if (c >= 'a' && c <= 'z') return static_cast<std::uint64_t>(c - 'a' + 1);
  return c >= '0' && c <= '9' ? static_cast<std::uint64_t>(c - '0' + 27) : kOther;
}
static_assert(kSoundPieces == kLetters * kLetters * kLetters);

// Above those of sounds. A code point has 21 bits.
constexpr std::uint64_t kKanji = std::uint64_t{1} << 62;
constexpr std::uint64_t kWord = std::uint64_t{1} << 63;
constexpr unsigned kCodePointBits = 21;

class Pieces {
 public:
  void add_sound(const std::string& rough) {
    if (rough.empty()) return;
    std::uint64_t two_before = 0;
    std::uint64_t before = kBeginning;
    const auto add = [&](std::uint64_t letter) {
      pieces_.push_back(before * kLetters + letter);
      if (two_before != 0) pieces_.push_back((two_before * kLetters + before) * kLetters + letter);
      two_before = std::exchange(before, letter);
    };
    for (const char c : rough) add(letter_number(c));
    add(kEnd);
  }

  void add_kanji(std::string_view fold_key) {
    const std::u32string letters = text::to_code_points(fold_key);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const bool is_kanji = text::is_kanji(letters[i]);
      if (is_kanji) pieces_.push_back(kKanji | letters[i]);
      if (i + 1 < letters.size() && (is_kanji || text::is_kanji(letters[i + 1])))
        pieces_.push_back(kKanji | std::uint64_t{letters[i + 1]} << kCodePointBits | letters[i]);
    }
  }

  void add_words(std::string_view fold_key) {
    while (!fold_key.empty()) {
      const std::string_view word = fold_key.substr(0, fold_key.find(' '));
      if (word.size() >= kLeastWordBytes && static_cast<unsigned char>(word.front()) < 0x80)
        pieces_.push_back(kWord | XXH3_64bits(word.data(), word.size()));
      fold_key.remove_prefix(std::min(fold_key.size(), word.size() + 1));
    }
  }

  std::vector<std::uint64_t> take() && {
    std::sort(pieces_.begin(), pieces_.end());
    pieces_.erase(std::unique(pieces_.begin(), pieces_.end()), pieces_.end());
    return std::move(pieces_);
  }

 private:
  std::vector<std::uint64_t> pieces_;
};

}  // namespace

std::vector<std::uint64_t> name_pieces(std::string_view fold_key,
                                       std::span<const std::string> sounds) {
  Pieces pieces;
  for (const std::string& sound : sounds.first(std::min(sounds.size(), kSounds)))
    pieces.add_sound(rough_sound_of_kana(sound));
  if (sounds.empty()) pieces.add_sound(rough_sound_of_latin(fold_key));
  pieces.add_kanji(fold_key);
  pieces.add_words(fold_key);
  return std::move(pieces).take();
}

std::vector<std::uint64_t> spelling_pieces(std::string_view fold_key,
                                           std::span<const std::string> sounds) {
  const bool is_latin = script_of(fold_key) == SpellingScript::latin;
  return name_pieces(fold_key, is_latin ? std::span<const std::string>() : sounds);
}

double piece_weight(std::size_t owners, std::size_t having) noexcept {
  const double rarity =
      std::log(1 + static_cast<double>(owners + 1) / static_cast<double>(having + 1));
  return rarity * rarity;
}

double likeness(double shared, std::size_t pieces) noexcept {
  return shared / std::sqrt(static_cast<double>(pieces));
}

void AlikeNames::add(std::uint32_t owner, std::span<const std::uint64_t> pieces) {
  owners_.insert(owner);
  Name name{owner, added_++, pieces.size(), {}};
  auto piece = pieces.begin();
  for (std::uint32_t place = 0; place < typed_.size(); ++place) {
    piece = std::lower_bound(piece, pieces.end(), typed_[place]);
    if (piece != pieces.end() && *piece == typed_[place]) name.shared.push_back(place);
  }
  if (!name.shared.empty()) names_.push_back(std::move(name));
}

// Counted by owners, or one with many names that begin alike would have
// none that is rare.
std::vector<double> AlikeNames::weights() const {
  constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  std::vector<std::uint32_t> last_owner(typed_.size(), kNobody);
  std::vector<std::size_t> owners(typed_.size(), 0);
  for (const Name& name : names_)
    for (const std::uint32_t place : name.shared)
      if (std::exchange(last_owner[place], name.owner) != name.owner) ++owners[place];
  std::vector<double> weights;
  for (const std::size_t having : owners) weights.push_back(piece_weight(owners_.size(), having));
  return weights;
}

std::vector<AlikeNames::Alike> AlikeNames::best(double least_share) && {
  std::stable_sort(names_.begin(), names_.end(),
                   [](const Name& a, const Name& b) { return a.owner < b.owner; });
  const std::vector<double> weight_of = weights();
  const double whole = std::accumulate(weight_of.begin(), weight_of.end(), 0.0);
  std::vector<Alike> best;
  for (const Name& name : names_) {
    double shared = 0;
    for (const std::uint32_t place : name.shared) shared += weight_of[place];
    if (shared < least_share * whole) continue;
    const double score = likeness(shared, name.pieces);
    if (best.empty() || best.back().owner != name.owner)
      best.push_back({name.owner, name.order, score});
    else if (score > best.back().score)
      best.back() = {name.owner, name.order, score};
  }
  std::stable_sort(best.begin(), best.end(),
                   [](const Alike& a, const Alike& b) { return a.score > b.score; });
  return best;
}

}  // namespace ficsearch::tags
