// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ficsearch/facet.h"
#include "store/registry.h"
#include "store/registry_changes.h"
#include "store/terms.h"

namespace Xapian {
class WritableDatabase;
}

namespace ficsearch::store {

// What is found out about a written form once, when it is new: it may need MeCab.
struct SpellingDetails {
  std::vector<std::string> sounds;     // as TagRegistry::sounds_of
  std::vector<std::string> join_keys;  // keys under which spellings that may join it look for it
  std::vector<std::string> words;      // its terms of Field::tag, each once
};

// Gives ids to written forms while an import runs. What it adds is part of the writer's open
// transaction, and in the database after flush().
class TagRegistryWriter {
 public:
  using Hash = TagHash (*)(Facet facet, std::string_view written);

  // `hash` is for tests of what happens when two written forms share one.
  explicit TagRegistryWriter(Xapian::WritableDatabase& database, Hash hash = terms::tag_hash);

  // The id of this facet and written form, given now if it is new. `fold` is the folded key of
  // `written`; `details` is asked only for a new one. Throws Error(`hash_clash`) if another form
  // of the index has the same hash: their works could not be told apart.
  TagId id_of(Facet facet, std::string_view written, std::string_view fold,
              const std::function<SpellingDetails()>& details);
  // Number of entries.
  std::uint32_t size() const noexcept { return next_; }
  // The ids that were given since the last call, in order.
  std::vector<TagId> take_new_ids();

  // Stores what an entry means; nullopt: what its folded key says.
  void set_join(TagId id, const std::optional<TagJoin>& join);
  void set_joins_version(const std::string& dictionary_version);
  // Stores what every entry means: `joins` has those that mean more than their folded keys say.
  void replace_joins(const std::vector<std::pair<TagId, TagJoin>>& joins,
                     const std::string& dictionary_version);

  // Writes everything into the database. Call before the registry is read and before a commit.
  void flush();
  // Gives away what flush() would write, for parts of a new index that are put together later
  // (store/segments.h).
  RegistryChanges take_changes();
  // Reads every form of the index into memory, unless they are too many for that. Call it before
  // anything is added.
  void know_all();
  // Whether it keeps in memory every form that has a number.
  bool knows_all() const noexcept { return has_all_ && known_.size() < kMaxKnown; }

 private:
  // A form that is no longer known is looked up in the index.
  static constexpr std::size_t kMaxKnown = 4'000'000;

  // A form that was seen, for as long as this writer lives.
  struct Known {
    TagId id;
    Facet facet;
    std::string written;
  };

  std::optional<TagId> find(TagHash hash, Facet facet, std::string_view written);
  void add(TagHash hash, TagEntry entry, const SpellingDetails& details);
  void append(std::string key, TagId id);
  std::string value_of(const std::string& key) const;
  void count_in_sums(const std::string& key, std::string_view value);

  Xapian::WritableDatabase& database_;
  Hash hash_;
  std::uint32_t next_;
  bool has_all_;        // every entry of the index is in known_
  bool lists_are_new_;  // nothing was written yet, and the index has no lists of ids
  std::unordered_map<std::uint64_t, Known> known_;
  std::vector<TagId> new_ids_;
  RegistryChanges changes_;
};

}  // namespace ficsearch::store
