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
  std::string label;
  std::optional<tags::ConceptRef> ref;  // if it is a concept of the dictionary
};

// Maps the written forms of one revision to what they mean: a freeform tag takes the facet of its
// concept, a tag of any other facet only means a concept of that facet, and what the dictionary
// does not know is one meaning a facet and folded key, labelled by its most used written form.
//
// Meanings that were looked up are kept. Threads: one, as its Database. Throws what Xapian throws.
class TagMeanings {
 public:
  TagMeanings(const Xapian::Database& database, const tags::Dictionary& dictionary,
              const store::TagRegistry& registry)
      : database_(database), dictionary_(dictionary), registry_(registry) {}

  MeaningId of(store::TagId tag);
  // The meanings that bearing `id` brings along: advisories, perspectives and media. Valid as long
  // as this object.
  const std::vector<MeaningId>& derived(MeaningId id);
  MeaningId of_concept(tags::ConceptRef ref);

  const Meaning& operator[](MeaningId id) const { return meanings_[static_cast<std::size_t>(id)]; }
  std::size_t size() const noexcept { return meanings_.size(); }

 private:
  MeaningId add(Meaning meaning);
  MeaningId found(const store::TagEntry& entry);
  MeaningId of_spelling(Facet facet, std::string_view fold);
  std::string label_of_spelling(Facet facet, std::string_view fold) const;

  const Xapian::Database& database_;
  const tags::Dictionary& dictionary_;
  const store::TagRegistry& registry_;
  std::vector<Meaning> meanings_;
  std::vector<std::optional<std::vector<MeaningId>>> derived_;
  std::unordered_map<std::uint32_t, MeaningId> by_tag_;
  std::map<std::pair<Facet, std::string>, MeaningId> by_concept_;
};

}  // namespace ficsearch::search
