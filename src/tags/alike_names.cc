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
#include "text/code_points.h"
#include "text/kana.h"
#include "text/kanji.h"

namespace ficsearch::tags {
namespace {

constexpr std::size_t kSounds = 2;          // the next ones are seldom right
constexpr std::size_t kLeastWordBytes = 2;  // one letter is in too much

// Pieces of different kinds that are written alike are different ones.
enum class Kind : std::uint64_t { sound, kanji, word };

class Pieces {
 public:
  void add(Kind kind, std::string_view piece) {
    hashes_.push_back(
        XXH3_64bits_withSeed(piece.data(), piece.size(), static_cast<XXH64_hash_t>(kind)));
  }

  // Beginning and end count, as letters of their own.
  void add_sound(const std::string& rough) {
    if (rough.empty()) return;
    const std::string bounded = '^' + rough + '$';
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}})
      for (std::size_t begin = 0; begin + length <= bounded.size(); ++begin)
        add(Kind::sound, std::string_view(bounded).substr(begin, length));
  }

  void add_kanji(std::string_view fold_key) {
    const std::u32string letters = text::to_code_points(fold_key);
    for (std::size_t i = 0; i < letters.size(); ++i) {
      const bool is_kanji = text::is_kanji(letters[i]);
      if (is_kanji) add(Kind::kanji, text::to_utf8(std::u32string_view(letters).substr(i, 1)));
      if (i + 1 < letters.size() && (is_kanji || text::is_kanji(letters[i + 1])))
        add(Kind::kanji, text::to_utf8(std::u32string_view(letters).substr(i, 2)));
    }
  }

  void add_words(std::string_view fold_key) {
    while (!fold_key.empty()) {
      const std::string_view word = fold_key.substr(0, fold_key.find(' '));
      if (word.size() >= kLeastWordBytes && static_cast<unsigned char>(word.front()) < 0x80)
        add(Kind::word, word);
      fold_key.remove_prefix(std::min(fold_key.size(), word.size() + 1));
    }
  }

  std::vector<std::uint64_t> take() && {
    std::sort(hashes_.begin(), hashes_.end());
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    return std::move(hashes_);
  }

 private:
  std::vector<std::uint64_t> hashes_;
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

// Rare pieces weigh more. Counted by owners, or one with many names that begin alike would have
// none that is rare.
std::vector<double> AlikeNames::weights() const {
  constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  std::vector<std::uint32_t> last_owner(typed_.size(), kNobody);
  std::vector<double> owners(typed_.size(), 0);
  for (const Name& name : names_)
    for (const std::uint32_t place : name.shared)
      if (std::exchange(last_owner[place], name.owner) != name.owner) ++owners[place];
  std::vector<double> weights;
  for (const double of_piece : owners) {
    const double rarity = std::log(1 + static_cast<double>(owners_.size() + 1) / (of_piece + 1));
    weights.push_back(rarity * rarity);
  }
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
    const double score = shared / std::sqrt(static_cast<double>(name.pieces));
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
