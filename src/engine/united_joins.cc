// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever means a concept or a spelling is linked to it, spelling by spelling, by shared joining
// keys. The last link before a concept of the dictionary is one that the shard of that spelling
// found by itself, for the dictionary is the same everywhere; so all that can mean it is within
// reach of what the shards have stored for it and of its own spellings, and is judged anew.
#include "engine/united_joins.h"

#include <algorithm>

namespace ficsearch::engine {

std::optional<store::TagJoin> UnitedJoins::join_of(store::TagId id) const {
  const auto number = static_cast<std::uint32_t>(id);
  if (const auto known = by_tag_.find(number); known != by_tag_.end()) return known->second;
  auto join = index::join_of(registry_.entry(id), dictionary_.dictionary(), joiner_);
  return by_tag_.emplace(number, std::move(join)).first->second;
}

std::vector<store::TagId> UnitedJoins::joined_to(std::string_view meaning_key) const {
  std::string key(meaning_key);
  if (const auto known = by_meaning_.find(key); known != by_meaning_.end()) return known->second;
  std::vector<store::TagId> joined;
  for (const store::TagId id : index::reachable(nearest_to(key), registry_, reader_)) {
    const auto join = join_of(id);
    if (join &&
        std::find(join->meanings.begin(), join->meanings.end(), key) != join->meanings.end())
      joined.push_back(id);
  }
  return by_meaning_.emplace(std::move(key), std::move(joined)).first->second;
}

std::vector<store::TagId> UnitedJoins::nearest_to(std::string_view meaning_key) const {
  std::vector<store::TagId> near = registry_.stored_joined_to(meaning_key);
  const auto add_spelling = [&](const std::string& fold) {
    for (const store::TagRef& entry : registry_.refs_with_fold(fold)) near.push_back(entry.id);
  };
  const store::KeyedMeaning meaning = store::meaning_of_key(meaning_key);
  const tags::Dictionary& dictionary = dictionary_.dictionary();
  if (meaning.concept_id.empty())
    add_spelling(meaning.fold);
  else if (const auto ref = dictionary.find(meaning.concept_id))
    for (const std::string& alias : dictionary.alias_keys(*ref)) add_spelling(alias);
  return near;
}

}  // namespace ficsearch::engine
