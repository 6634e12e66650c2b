// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "store/registry.h"
#include "tags/dictionary_spellings.h"

namespace ficsearch::index {

// Tells which entries of a registry can mean more than their folded keys say: those that share a
// joining key with another entry or with the dictionary, that the dictionary knows by their folded
// key or as censored, and hashtags. Most tags of an archive are like no other, and need not be read
// again to know that.
//
// Everything given must outlive it. Threads: const members may run in any number of threads at
// once.
class JoinCandidates {
 public:
  // Goes through all joining keys of the registry.
  JoinCandidates(const store::TagRegistry& registry, const tags::DictionarySpellings& dictionary);

  // False only for an entry that means what its folded key says.
  bool has(const store::TagEntry& entry) const;

 private:
  const tags::DictionarySpellings& dictionary_;
  std::vector<bool> shares_key_;  // by TagId
};

}  // namespace ficsearch::index
