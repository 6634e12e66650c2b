// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/joins.h"
#include "store/registry.h"
#include "tags/dictionary_spellings.h"
#include "tags/joining.h"
#include "tags/spelling_keys.h"

namespace ficsearch::engine {

// What the spellings of several shards mean together, as one index of all their works would have it
// stored: a spelling of one shard may mean what only another one spells out.
//
// Found out when it is asked for, and kept. Everything given must outlive it; the stored joins of
// every shard must be of this dictionary. Threads: one, as the registry.
class UnitedJoins : public store::JoinFinder {
 public:
  UnitedJoins(const store::TagRegistry& registry, const tags::DictionarySpellings& dictionary,
              tags::SpellingReader& reader)
      : registry_(registry),
        dictionary_(dictionary),
        reader_(reader),
        spellings_(registry),
        joiner_(dictionary, spellings_, reader) {}

  std::optional<store::TagJoin> join_of(store::TagId id) const override;
  std::vector<store::TagId> joined_to(std::string_view meaning_key) const override;

 private:
  std::vector<store::TagId> nearest_to(std::string_view meaning_key) const;

  const store::TagRegistry& registry_;
  const tags::DictionarySpellings& dictionary_;
  tags::SpellingReader& reader_;
  index::RegistrySpellings spellings_;
  tags::Joiner joiner_;
  mutable std::unordered_map<std::uint32_t, std::optional<store::TagJoin>> by_tag_;
  mutable std::unordered_map<std::string, std::vector<store::TagId>> by_meaning_;
};

}  // namespace ficsearch::engine
