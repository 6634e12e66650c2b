// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/spelling_names.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tags/alike_names.h"

namespace ficsearch::snapshot {

tags::NameIndex spelling_names(const MeaningTable& meanings, const store::RegistryImage& image,
                               const store::RegistrySounds& sounds) {
  tags::NameIndex names;
  for (std::uint32_t meaning = 0; meaning < meanings.size(); ++meaning) {
    if (meanings.concept_of(meaning) || meanings.works_at_most(meaning) == 0) continue;
    names.add_writing(meanings.fold(meaning), meaning);
    for_each_sound(meaning, meanings, image, sounds,
                   [&](std::string_view sound) { names.add_sound(sound, meaning); });
  }
  names.sort();
  names.weigh([&](std::uint32_t meaning) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(meanings.works_at_most(meaning), UINT32_MAX));
  });
  return names;
}

tags::PieceIndex spelling_pieces(const MeaningTable& meanings, const store::RegistryImage& image,
                                 const store::RegistrySounds& sounds) {
  tags::PieceIndex pieces;
  std::vector<std::string> own;
  for (std::uint32_t meaning = 0; meaning < meanings.size(); ++meaning) {
    if (meanings.concept_of(meaning) || meanings.works_at_most(meaning) == 0) continue;
    own.clear();
    for_each_sound(meaning, meanings, image, sounds,
                   [&](std::string_view sound) { own.emplace_back(sound); });
    pieces.add(meaning, tags::spelling_pieces(meanings.fold(meaning), own));
  }
  pieces.finish();
  return pieces;
}

}  // namespace ficsearch::snapshot
