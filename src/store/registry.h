// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ficsearch/facet.h"
#include "store/terms.h"

namespace Xapian {
class Database;
}

namespace ficsearch::store {

// A written form that the archive bears: the registry has one entry for each facet and written
// form.
struct TagEntry {
  TagId id{};
  Facet facet = Facet::freeform;
  std::string written;
  std::string fold;                 // folded key of `written`
  std::vector<std::string> sounds;  // reading keys (tier Y), likeliest first; none if none is known

  friend bool operator==(const TagEntry&, const TagEntry&) = default;
};

namespace terms {
// The same for an entry as for its facet and written form.
std::string of_tag(const TagEntry& entry);
std::string of_tag_exception(TagException exception, const TagEntry& entry);
}  // namespace terms

// An entry by its number and facet, which is all that most need.
struct TagRef {
  TagId id{};
  Facet facet = Facet::freeform;

  friend bool operator==(const TagRef&, const TagRef&) = default;
};

// What an entry was found to mean beyond its folded key (index/joins.h). Entries that mean what
// their folded key says have none.
struct TagJoin {
  bool sure = true;  // false: it can be any of `meanings`, and a person has to choose
  std::vector<std::string> meanings;  // meaning keys (meaning_key), sorted; one if sure

  friend bool operator==(const TagJoin&, const TagJoin&) = default;
};

// A meaning as joins name it: a concept of the dictionary, or what an archive spells so in a facet.
std::string meaning_key(std::string_view concept_id);
std::string meaning_key(Facet facet, std::string_view fold_key);
// Takes such a key apart again.
struct KeyedMeaning {
  std::string concept_id;  // empty: a spelling
  Facet facet = Facet::freeform;
  std::string fold;
};
KeyedMeaning meaning_of_key(std::string_view key);

// The joins of all entries, in memory: for a dictionary other than the one that the stored joins
// were made with.
struct TagJoinTable {
  std::unordered_map<std::uint32_t, TagJoin> by_tag;
  std::unordered_map<std::string, std::vector<TagId>> by_meaning;
};

class RegistryImage;

// The tag registry of one revision, read from the index's metadata as it is asked for.
//
// Entries that were looked up are kept. Threads: one, as its Database. Throws what Xapian throws:
// call it guarded.
class TagRegistry {
 public:
  explicit TagRegistry(const Xapian::Database& database);

  // Number of entries.
  std::uint32_t size() const;
  // Every entry whose written form folds to `fold`, of any facet, in the order they were first
  // seen.
  std::vector<TagEntry> with_fold(std::string_view fold) const;
  std::vector<TagRef> refs_with_fold(std::string_view fold) const;
  // Every entry that was stored under this joining key (tags/joining.h), in the order they were
  // first seen.
  std::vector<TagEntry> with_join_key(std::string_view key) const;
  // Ids of the entries with this term of Field::tag in their written forms, ascending. Entries
  // whose facet has no words (index/tag_words.h) are none of them.
  std::vector<TagId> with_word(std::string_view term) const;
  // Needs an id that this index gave. Throws Error(`index_corrupt`) if the entry is missing.
  TagEntry entry(TagId id) const;
  // Every entry whose folded key begins with `prefix`, sorted by folded key.
  std::vector<TagEntry> with_fold_prefix(std::string_view prefix) const;
  void for_each(const std::function<void(const TagEntry&)>& visit) const;

  // The version of the dictionary that the stored joins were made with; empty if none were made.
  std::string joins_version() const;
  // From now on entries come from `image`, which must be of this revision, and no longer from the
  // index.
  void use_image(std::shared_ptr<const RegistryImage> image) noexcept;
  // From now on joins come from `joins` and no longer from the index.
  void use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept;
  // The joins of all entries in memory.
  std::shared_ptr<const TagJoinTable> all_joins() const;
  std::optional<TagJoin> join_of(TagId id) const;
  // The entries that mean this, or of which it is one candidate, beyond their folded keys.
  std::vector<TagId> joined_to(std::string_view meaning_key) const;

 private:
  const Xapian::Database& database_;
  mutable std::unordered_map<std::string, std::vector<TagEntry>> by_fold_;
  mutable std::unordered_map<std::uint32_t, TagEntry> by_id_;
  std::shared_ptr<const RegistryImage> image_;  // null: what is asked for is read, and kept
  std::shared_ptr<const TagJoinTable> joins_;   // null: the stored ones
};

}  // namespace ficsearch::store
