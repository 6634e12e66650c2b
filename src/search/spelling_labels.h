// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "search/set_query.h"
#include "snapshot/doc_bits.h"
#include "snapshot/snapshot.h"

namespace ficsearch::search {

// What the meanings of a snapshot's table are called among the works of a set: a concept by its
// label, a spelling as TagMeanings::label_among has it, whose resident twin this is. Most spellings
// have one written form; of others a few posting lists are intersected with the set, and only if
// their forms together could make up the count. Threads: one. Throws what SetQuery throws.
class SpellingLabels {
 public:
  // All that is given must outlive this.
  SpellingLabels(const snapshot::Snapshot::Resident& resident, SetQuery& sets)
      : resident_(resident), sets_(sets) {}

  // `works` is how many of `among` bear the meaning, not 0.
  std::string label(std::uint32_t meaning, std::uint64_t works, const snapshot::DocBits& among);

 private:
  std::string found(std::uint32_t meaning, std::uint64_t works,
                    const snapshot::DocBits& among) const;

  const snapshot::Snapshot::Resident& resident_;
  SetQuery& sets_;
  const snapshot::DocBits* among_ = nullptr;  // what known_ is of
  std::unordered_map<std::uint32_t, std::string> known_;
};

}  // namespace ficsearch::search
