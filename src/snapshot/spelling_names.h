// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "snapshot/meaning_table.h"
#include "store/registry_image.h"
#include "store/registry_sounds.h"
#include "tags/name_index.h"
#include "tags/piece_index.h"

namespace ficsearch::snapshot {

// Calls visit(std::string_view) with the reading keys of a spelling, a meaning that is no concept
// of the dictionary: those of its written forms, one after the other. Valid as long as `sounds`.
template <typename Visit>
void for_each_sound(std::uint32_t meaning, const MeaningTable& meanings,
                    const store::RegistryImage& image, const store::RegistrySounds& sounds,
                    Visit&& visit) {
  image.for_each_with_fold(meanings.fold(meaning), [&](store::TagId tag) {
    if (image.facet(tag) == meanings.facet(meaning)) sounds.for_each(tag, visit);
  });
}

// The names of the spellings that works bear, by which what is typed is completed: folded keys and
// sounds, owned by the numbers of meanings. The names of concepts are the dictionary's. `image`
// and `sounds` must outlive it.
tags::NameIndex spelling_names(const MeaningTable& meanings, const store::RegistryImage& image,
                               const store::RegistrySounds& sounds);

// Their pieces, by which a name is found that is like what is typed, numbered as their owners are.
tags::PieceIndex spelling_pieces(const MeaningTable& meanings, const store::RegistryImage& image,
                                 const store::RegistrySounds& sounds);

}  // namespace ficsearch::snapshot
