// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ficsearch/facet.h"
#include "store/terms.h"

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

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
  // seen. The reference is valid as long as the registry.
  const std::vector<TagEntry>& with_fold(std::string_view fold) const;
  // Every entry that was stored under this joining key (tags/joining.h), in the order they were
  // first seen.
  std::vector<TagEntry> with_join_key(std::string_view key) const;
  // Needs an id that this index gave. Throws Error(`index_corrupt`) if the entry is missing.
  const TagEntry& entry(TagId id) const;
  // Every entry whose folded key begins with `prefix`, sorted by folded key.
  std::vector<TagEntry> with_fold_prefix(std::string_view prefix) const;
  void for_each(const std::function<void(const TagEntry&)>& visit) const;

 private:
  const Xapian::Database& database_;
  mutable std::unordered_map<std::string, std::vector<TagEntry>> by_fold_;
  mutable std::unordered_map<std::uint32_t, TagEntry> by_id_;
};

// What is found out about a written form once, when it is new: it may need MeCab.
struct SpellingDetails {
  std::vector<std::string> sounds;     // as TagEntry::sounds
  std::vector<std::string> join_keys;  // keys under which spellings that may join it look for it
};

// Gives ids to written forms while an import runs. What it adds is part of the writer's open
// transaction.
class TagRegistryWriter {
 public:
  explicit TagRegistryWriter(Xapian::WritableDatabase& database);

  // The id of this facet and written form, given now if it is new. `fold` is the folded key of
  // `written`; `details` is asked only for a new one.
  TagId id_of(Facet facet, std::string_view written, std::string_view fold,
              const std::function<SpellingDetails()>& details);

 private:
  Xapian::WritableDatabase& database_;
  std::uint32_t next_;
  std::unordered_map<std::string, TagId> known_;  // facet byte + written form
};

}  // namespace ficsearch::store
