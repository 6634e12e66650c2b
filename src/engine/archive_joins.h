// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ficsearch/facet.h"
#include "store/reader.h"
#include "tags/dictionary.h"
#include "tags/dictionary_spellings.h"
#include "tags/joining.h"
#include "tags/spelling_keys.h"

namespace ficsearch::engine {

// What the spellings of an open index mean beyond the aliases of one dictionary.
//
// The writer stores that (index/joins.h). What it could not know is found out here: what a tag of a
// request means that neither dictionary nor archive bear, and everything once more if the index was
// written under another dictionary. Reading the dictionary's sounds takes a moment, so it happens
// when it is first needed. Threads: one.
class ArchiveJoins {
 public:
  explicit ArchiveJoins(std::shared_ptr<const tags::Dictionary> dictionary)
      : dictionary_(std::move(dictionary)) {}

  // To be called after each refresh of `reader`, which must not outlive this: sees to it that its
  // registry's joins are of this dictionary. Those of another one are made anew when the first join
  // is asked for. Throws Error: `snapshot_expired`, `index_corrupt`, `io`.
  void bring_up_to_date(store::Reader& reader);

  // What a tag means in the archive of `registry`. Kept for the revision: reading a spelling takes
  // a tenth of a millisecond, and a reader's blocklist comes with every search.
  tags::Joined meaning_of(const store::TagRegistry& registry, std::optional<Facet> facet,
                          std::string_view written);

 private:
  void unite(store::Reader& reader);
  const tags::DictionarySpellings& spellings();

  std::shared_ptr<const tags::Dictionary> dictionary_;
  tags::SpellingReader reader_;
  std::optional<tags::DictionarySpellings> spellings_;
  std::uint64_t generation_ = 0;
  std::unordered_map<std::string, tags::Joined> met_;  // of generation_, by facet and written form
  std::shared_ptr<const store::TagJoinTable>
      table_;  // of generation_, if the stored joins are of another dictionary
};

}  // namespace ficsearch::engine
