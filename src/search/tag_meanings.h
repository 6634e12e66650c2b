// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "snapshot/meaning_table.h"
#include "store/registry.h"
#include "tags/dictionary.h"

namespace Xapian {
class Database;
}

namespace ficsearch::search {

// The number of a meaning: small, counted from 0 in the order of first use, good for one
// TagMeanings.
enum class MeaningId : std::uint32_t {};

// What written forms count as when they are shown: a concept of the dictionary, or the spelling
// itself.
struct Meaning {
  Facet facet = Facet::freeform;
  std::string concept_id;  // of the dictionary, or "facet:folded key"
  std::string label;       // of a concept; a spelling's depends on the works (label_among)
  std::optional<tags::ConceptRef> ref;  // if it is a concept of the dictionary
};

// Maps the written forms of one revision to what they mean: a freeform tag takes the facet of its
// concept, a tag of any other facet only means a concept of that facet, and what the dictionary
// does not know is one meaning a facet and folded key.
//
// Meanings that were looked up are kept. With a table of this revision and dictionary, everything
// comes from there. Threads: one, as its Database. Throws what Xapian throws.
class TagMeanings {
 public:
  TagMeanings(const Xapian::Database& database, const tags::Dictionary& dictionary,
              const store::TagRegistry& registry, const snapshot::MeaningTable* table = nullptr)
      : database_(database), dictionary_(dictionary), registry_(registry), table_(table) {}

  MeaningId of(store::TagId tag);
  // The meanings that a work which bears `id` counts for beside it: advisories, perspectives and
  // media; by closure, what is broader too. `id` may be among them. Valid as long as this object.
  const std::vector<MeaningId>& counted_along(MeaningId id, FacetCounts counts);
  MeaningId of_concept(tags::ConceptRef ref);
  // What stands for a spelling among works that bear `forms` of it, of which there is one at least:
  // the form that most works of the archive have, of equals the one seen first; forms that are
  // only joined to it come last. So nothing is shown as only hidden works write it.
  std::string label_among(MeaningId id, const std::vector<store::TagId>& forms) const;

  const Meaning& operator[](MeaningId id) const {
    return table_ == nullptr ? meanings_[static_cast<std::size_t>(id)] : from_table(id);
  }
  Facet facet(MeaningId id) const {
    return table_ == nullptr ? meanings_[static_cast<std::size_t>(id)].facet
                             : table_->facet(static_cast<std::uint32_t>(id));
  }
  // Every number given so far is below it.
  std::size_t size() const noexcept {
    return table_ == nullptr ? meanings_.size() : table_->size();
  }

 private:
  MeaningId add(Meaning meaning);
  const Meaning& from_table(MeaningId id) const;
  MeaningId of_spelling(Facet facet, std::string_view fold);

  const Xapian::Database& database_;
  const tags::Dictionary& dictionary_;
  const store::TagRegistry& registry_;
  const snapshot::MeaningTable* table_;  // null: meanings are found as they are asked for
  mutable std::unordered_map<std::uint32_t, Meaning> shown_;  // of the table
  std::vector<Meaning> meanings_;
  std::map<std::pair<std::uint32_t, FacetCounts>, std::vector<MeaningId>> counted_along_;
  std::unordered_map<std::uint32_t, MeaningId> by_tag_;
  std::map<std::pair<Facet, std::string>, MeaningId> by_concept_;
};

}  // namespace ficsearch::search
