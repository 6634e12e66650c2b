// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/piece_index.h"

#include <algorithm>
#include <limits>

#include "tags/alike_names.h"

namespace ficsearch::tags {

void PieceIndex::add(std::uint32_t number, std::span<const std::uint64_t> pieces) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint16_t>::max();
  pieces_of_.resize(number + 1);
  pieces_of_[number] = static_cast<std::uint16_t>(std::min(pieces.size(), kMost));
  growing_sounds_.resize(kSoundPieces);
  for (const std::uint64_t piece : pieces) {
    List& list = piece < kSoundPieces ? growing_sounds_[piece] : growing_others_[piece];
    std::uint32_t step = number - list.last;
    list.last = number;
    for (; step > kMask; step >>= kBits) list.bytes += static_cast<char>(step | (kMask + 1));
    list.bytes += static_cast<char>(step);
  }
}

void PieceIndex::finish() {
  for (std::size_t piece = 0; piece < growing_sounds_.size(); ++piece)
    if (!growing_sounds_[piece].bytes.empty()) pieces_.push_back(piece);
  for (const auto& [piece, list] : growing_others_) pieces_.push_back(piece);
  std::sort(pieces_.begin(), pieces_.end());
  const auto bytes_of = [&](std::uint64_t piece) -> const std::string& {
    return piece < kSoundPieces ? growing_sounds_[piece].bytes : growing_others_[piece].bytes;
  };
  std::size_t end = 0;
  for (const std::uint64_t piece : pieces_) {
    begin_.push_back(end);
    end += bytes_of(piece).size();
  }
  begin_.push_back(end);
  lists_.reserve(end);
  for (const std::uint64_t piece : pieces_) {
    const std::string& bytes = bytes_of(piece);
    lists_.insert(lists_.end(), bytes.begin(), bytes.end());
  }
  growing_sounds_ = {};
  growing_others_ = {};
  pieces_of_.shrink_to_fit();
}

std::span<const std::uint8_t> PieceIndex::list_of(std::uint64_t piece) const noexcept {
  const auto found = std::lower_bound(pieces_.begin(), pieces_.end(), piece);
  if (found == pieces_.end() || *found != piece) return {};
  const auto place = static_cast<std::size_t>(found - pieces_.begin());
  return {lists_.data() + begin_[place], begin_[place + 1] - begin_[place]};
}

std::size_t PieceIndex::bytes() const noexcept {
  return pieces_of_.size() * sizeof(std::uint16_t) + pieces_.size() * sizeof(std::uint64_t) +
         begin_.size() * sizeof(std::size_t) + lists_.size();
}

}  // namespace ficsearch::tags
