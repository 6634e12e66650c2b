// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tags/known_spellings.h"
#include "tags/same_word.h"
#include "tags/spelling_keys.h"

namespace ficsearch::test {

// An archive in memory: spellings filed under their keys, as an index files them.
class ListedSpellings : public tags::KnownSpellings {
 public:
  ListedSpellings(const std::vector<tags::KnownSpelling>& spellings, tags::SpellingReader& reader) {
    for (const tags::KnownSpelling& spelling : spellings) {
      const auto keys = reader.keys_of(spelling.written);
      by_fold_[keys->folded].push_back(spelling);
      for (const std::string& key : tags::join_keys(*keys)) by_key_[key].push_back(spelling);
    }
  }

  std::vector<tags::KnownSpelling> with_fold(std::optional<Facet> facet,
                                             std::string_view fold_key) const override {
    return of_facet(by_fold_, facet, fold_key);
  }
  std::vector<tags::KnownSpelling> with_join_key(std::optional<Facet> facet,
                                                 std::string_view join_key) const override {
    return of_facet(by_key_, facet, join_key);
  }

 private:
  using Filed = std::map<std::string, std::vector<tags::KnownSpelling>, std::less<>>;

  static std::vector<tags::KnownSpelling> of_facet(const Filed& filed, std::optional<Facet> facet,
                                                   std::string_view key) {
    std::vector<tags::KnownSpelling> found;
    if (const auto entry = filed.find(key); entry != filed.end())
      for (const tags::KnownSpelling& spelling : entry->second)
        if (!facet || spelling.facet == *facet) found.push_back(spelling);
    return found;
  }

  Filed by_fold_;
  Filed by_key_;
};

}  // namespace ficsearch::test
