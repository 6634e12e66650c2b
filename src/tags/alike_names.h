// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ficsearch::tags {

// The pieces of a name that names like it share, as numbers: two and three letters of its rough
// sound (tags/rough_sound.h), which are below kSoundPieces, its kanji alone and by twos, hashes of
// its Latin words. Sorted, each once.
//
// `sounds` are reading keys, likeliest first, of which the first two count; a name in Latin letters
// needs none. `fold_key` may be empty if there are sounds.
std::vector<std::uint64_t> name_pieces(std::string_view fold_key,
                                       std::span<const std::string> sounds);
// The same of a spelling of the archive, whose sounds count unless it is in Latin letters.
std::vector<std::uint64_t> spelling_pieces(std::string_view fold_key,
                                           std::span<const std::string> sounds);

inline constexpr std::uint64_t kSoundPieces = 40 * 40 * 40;

// How much it weighs that a name shares a piece which `having` of `owners` have: rare ones more.
double piece_weight(std::size_t owners, std::size_t having) noexcept;
// How alike a name of so many pieces is that shares such a weight.
double likeness(double shared, std::size_t pieces) noexcept;

// Finds the names that are most like a text which nothing begins with: another rendering of a
// foreign word, words in another order, a name with more or less around it. Only for suggestions
// that a person chooses from: what is alike need not be the same, and netorare is like netorase.
//
// A name weighs by the pieces that it shares with the text, rare ones more, and by how little else
// it has. Cost: one pass over the names, about a microsecond each. Threads: one.
class AlikeNames {
 public:
  // `typed` are name_pieces.
  explicit AlikeNames(std::vector<std::uint64_t> typed) : typed_(std::move(typed)) {}

  void add(std::uint32_t owner, std::span<const std::uint64_t> pieces);

  struct Alike {
    std::uint32_t owner = 0;
    std::size_t name = 0;  // the best of its names, by the order in which they were added
    double score = 0;
  };
  // Each owner of a name with at least that share of the text's weight, from 0 to 1, once, the best
  // first; ties by owner.
  std::vector<Alike> best(double least_share) &&;

 private:
  struct Name {
    std::uint32_t owner;
    std::size_t order;
    std::size_t pieces;
    std::vector<std::uint32_t> shared;  // places in typed_
  };

  std::vector<double> weights() const;  // of the typed pieces; needs names_ sorted by owner

  std::vector<std::uint64_t> typed_;
  std::vector<Name> names_;  // that share a piece
  std::size_t added_ = 0;
  std::unordered_set<std::uint32_t> owners_;  // never iterated
};

}  // namespace ficsearch::tags
