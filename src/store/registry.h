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
#include "store/metadata_sum.h"
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
  std::string fold;  // folded key of `written`

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

// Finds out what entries mean when they are asked about: for shards, whose stored joins know
// nothing of the spellings of the other shards.
class JoinFinder {
 public:
  virtual ~JoinFinder() = default;
  // As TagRegistry has them.
  virtual std::optional<TagJoin> join_of(TagId id) const = 0;
  virtual std::vector<TagId> joined_to(std::string_view meaning_key) const = 0;
};

class RegistryImage;

// The tag registry of one revision, read from the index's metadata as it is asked for.
//
// Of shards it is the union of theirs: entry n of shard k of m has the number n * m + k, and a form
// that several shards bear is one entry, under the least of its numbers. What is said of the order
// of first use then holds within a shard.
//
// Entries that were looked up are kept. Threads: one, as its Database. Throws what Xapian throws:
// call it guarded.
class TagRegistry {
 public:
  explicit TagRegistry(const Xapian::Database& database);
  // Of shards: each one's own database, which must outlive it.
  explicit TagRegistry(const std::vector<Xapian::Database>& shards);
  explicit TagRegistry(std::vector<Xapian::Database>&&) = delete;

  bool is_of_shards() const noexcept { return is_of_shards_; }

  // Number of entries. Of shards, it looks through all of them.
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
  // terms::tag_hash of that entry.
  TagHash hash_of(TagId id) const;
  // Every entry whose folded key begins with `prefix`, sorted by folded key.
  std::vector<TagEntry> with_fold_prefix(std::string_view prefix) const;
  void for_each(const std::function<void(const TagEntry&)>& visit) const;
  // The reading keys (tier Y) of an entry, likeliest first; none if none is known. They come from
  // the index, always.
  std::vector<std::string> sounds_of(TagId id) const;
  // Visits every entry that has some.
  void for_each_sounds(
      const std::function<void(TagId, const std::vector<std::string>& sounds)>& visit) const;
  // Visits each joining key, as bounded_key leaves it, with the entries that a spelling with it may
  // join; of shards once for each that has the key.
  void for_each_join_key(
      const std::function<void(std::string_view key, const std::vector<TagId>& ids)>& visit) const;

  // The version of the dictionary that the stored joins were made with; empty if none were made, or
  // if shards have different ones.
  std::string joins_version() const;
  // From now on entries come from `image`, which must be of this revision, and no longer from the
  // index.
  void use_image(std::shared_ptr<const RegistryImage> image) noexcept;
  // From now on joins come from `joins` and no longer from the index.
  void use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept;
  // The same, of what `make` gives when the first join is asked for.
  using MakeJoins = std::function<std::shared_ptr<const TagJoinTable>()>;
  void use_joins(MakeJoins make) noexcept;
  // From now on joins come from `joins`.
  void use_join_finder(std::shared_ptr<const JoinFinder> joins) noexcept;
  bool has_joins() const noexcept {
    return joins_ != nullptr || make_joins_ || join_finder_ != nullptr;
  }
  // The joins of all entries in memory. Needs one index.
  std::shared_ptr<const TagJoinTable> all_joins() const;
  std::optional<TagJoin> join_of(TagId id) const;
  // The entries that mean this, or of which it is one candidate, beyond their folded keys.
  std::vector<TagId> joined_to(std::string_view meaning_key) const;
  // What each index by itself has stored of that, whatever is in use.
  std::vector<TagId> stored_joined_to(std::string_view meaning_key) const;

 private:
  const TagJoinTable* joins() const;
  TagId number_of(std::size_t shard, TagId own) const noexcept;
  struct Read {
    TagEntry entry;
    std::string sounds;  // packed
  };
  const Read& read(TagId id) const;
  TagId least_number(const TagEntry& entry, TagId id) const;
  std::vector<TagId> with_numbers(std::size_t shard, const std::string& packed) const;
  std::vector<TagId> ids_at(const std::string& key) const;
  void check_sums(SumOf group, const std::vector<std::uint64_t>& sums) const;
  template <typename Visit>
  void visit_keys(const std::string& prefix, Visit visit) const;
  template <typename Visit>
  void visit_entries(Visit visit) const;

  std::vector<const Xapian::Database*> shards_;  // one, unless is_of_shards_
  bool is_of_shards_ = false;
  mutable std::unordered_map<std::string, std::vector<TagEntry>> by_fold_;
  mutable std::unordered_map<std::uint32_t, Read> by_id_;
  std::shared_ptr<const RegistryImage> image_;         // null: what is asked for is read, and kept
  mutable std::shared_ptr<const TagJoinTable> joins_;  // null: the stored ones
  mutable MakeJoins make_joins_;                       // of joins_, until they are asked for
  std::shared_ptr<const JoinFinder> join_finder_;      // null: these
};

}  // namespace ficsearch::store
