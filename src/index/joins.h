// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ficsearch/facet.h"
#include "index/join_candidates.h"
#include "store/registry.h"
#include "store/registry_writer.h"
#include "tags/joining.h"
#include "tags/known_spellings.h"
#include "text/tokenizer.h"

namespace ficsearch::index {

// The spellings of an index, as tags::Joiner looks them up. The registry must outlive it.
class RegistrySpellings : public tags::KnownSpellings {
 public:
  explicit RegistrySpellings(const store::TagRegistry& registry) : registry_(registry) {}

  std::vector<tags::KnownSpelling> with_fold(std::optional<Facet> facet,
                                             std::string_view fold_key) const override;
  std::vector<tags::KnownSpelling> with_join_key(std::optional<Facet> facet,
                                                 std::string_view join_key) const override;

 private:
  const store::TagRegistry& registry_;
};

// What is known of a new spelling, for the registry. Throws Error(`io`) if MeCab fails.
store::SpellingDetails details_of(Facet facet, std::string_view written,
                                  tags::SpellingReader& reader, text::Tokenizer& tokenizer);

// All entries that share joining keys or a folded key with `from`, link by link, and these
// themselves: what one of them means depends on nothing else in the registry.
std::set<store::TagId> reachable(const std::vector<store::TagId>& from,
                                 const store::TagRegistry& registry, tags::SpellingReader& reader);

// What an entry means beyond its folded key; nullopt if it means what that says.
std::optional<store::TagJoin> join_of(const store::TagEntry& entry,
                                      const tags::Dictionary& dictionary,
                                      const tags::Joiner& joiner);

// Finds out, after `added` came to the registry, what they mean and what changes for those that
// they may be joined with, and stores it. `registry` must have read nothing before they came.
void update_joins(const std::vector<store::TagId>& added, const store::TagRegistry& registry,
                  store::TagRegistryWriter& writer, const tags::DictionarySpellings& dictionary,
                  tags::SpellingReader& reader);

// What the entries from `first` up to, without, `end` mean, of those that mean more than their
// folded keys say: in rising order.
std::vector<std::pair<store::TagId, store::TagJoin>> joins_of(
    std::uint32_t first, std::uint32_t end, const JoinCandidates& candidates,
    const store::TagRegistry& registry, const tags::DictionarySpellings& dictionary,
    tags::SpellingReader& reader);

// Stores what every entry means, for a dictionary other than the one before.
void rebuild_joins(const store::TagRegistry& registry, store::TagRegistryWriter& writer,
                   const tags::DictionarySpellings& dictionary, tags::SpellingReader& reader);

// The same in memory, for readers that have another dictionary than the writer had.
store::TagJoinTable joins_in_memory(const store::TagRegistry& registry,
                                    const tags::DictionarySpellings& dictionary,
                                    tags::SpellingReader& reader);

}  // namespace ficsearch::index
