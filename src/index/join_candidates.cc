// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/join_candidates.h"

#include <cstddef>
#include <string_view>

#include "store/terms.h"
#include "tags/hashtag.h"
#include "text/keys.h"

namespace ficsearch::index {

JoinCandidates::JoinCandidates(const store::TagRegistry& registry,
                               const tags::DictionarySpellings& dictionary)
    : dictionary_(dictionary) {
  registry.for_each_join_key([&](std::string_view key, const std::vector<store::TagId>& ids) {
    // Of a long key only a part and a hash are left, by which the dictionary cannot be asked.
    const bool is_whole = key.size() <= store::terms::kMaxKeyBytes;
    if (ids.size() == 1 && is_whole && dictionary.with_join_key(key).empty()) return;
    for (const store::TagId id : ids) {
      const auto number = static_cast<std::size_t>(id);
      if (number >= shares_key_.size()) shares_key_.resize(number + 1, false);
      shares_key_[number] = true;
    }
  });
}

bool JoinCandidates::has(const store::TagEntry& entry) const {
  const auto number = static_cast<std::size_t>(entry.id);
  return (number < shares_key_.size() && shares_key_[number]) ||
         dictionary_.dictionary().resolve(entry.fold, entry.facet) ||
         tags::hashtag_name(entry.fold) ||
         !dictionary_.censored_as(text::surface_key(entry.written)).empty();
}

}  // namespace ficsearch::index
