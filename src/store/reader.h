// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/profile.h"
#include "ficsearch/work.h"
#include "store/registry.h"

namespace Xapian {
class Database;
}

namespace ficsearch::store {

// The number of a work's document. Stable while the work is in the index; larger means added later.
enum class DocumentId : std::uint32_t {};

// A shard as index status shows it.
struct ShardState {
  std::string place;  // its directory, or host:port
  std::uint64_t works = 0;
  std::string uuid;
};

// An index open for reading, at one revision until refresh(); or several, the shards of one
// archive, that a stub file lists (store/shard_list.h), each at one revision.
//
// Threads: one. Throws Error: `snapshot_expired` once a writer has committed twice since the last
// refresh and a block that is needed was reused; the caller then refreshes and runs its whole
// search again. `io` if a shard does not answer: disconnect(), and nothing of the search counts.
class Reader {
 public:
  // `normalizer` is the version of the rules in this program. Throws Error: `no_index`,
  // `format_unknown`, `normalizer_mismatch`, `index_corrupt`, `io`; of shards also what Shards
  // throws.
  Reader(std::filesystem::path directory, const std::string& normalizer);
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  // Moves to the last commit, connecting to shards anew if need be. References into the registry
  // end.
  void refresh();
  // The next refresh() connects to all shards anew: after one has failed the others may be left in
  // the middle of an exchange. Does nothing to one index.
  void disconnect() noexcept;

  const std::filesystem::path& directory() const noexcept;
  const Xapian::Database& database() const noexcept;
  const TagRegistry& registry() const noexcept;

  // Another number, never 0, after each refresh that found a new commit.
  std::uint64_t generation() const noexcept;

  bool is_sharded() const noexcept;
  // Empty unless it is sharded.
  std::vector<ShardState> shards() const;
  // Throws Error(`bad_value`) if it is sharded: `what`, such as "facet author", needs numbers that
  // mean something else in each shard.
  void require_one_index(std::string_view what) const;

  // Entries of the registry come from `image`, which must be of this commit, until the next refresh
  // that finds a new one.
  void use_image(std::shared_ptr<const RegistryImage> image) noexcept;
  // Joins of spellings come from `joins` from now on, until the next refresh that finds a new
  // commit.
  void use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept;
  // The same, of what `make` gives when the first join is asked for.
  void use_joins(TagRegistry::MakeJoins make) noexcept;
  // Joins of spellings are found out by `joins`, until the same.
  void use_join_finder(std::shared_ptr<const JoinFinder> joins) noexcept;

  std::uint64_t works() const;
  // Needs one index: remote shards do not tell theirs.
  std::uint64_t revision() const;
  // Of shards: theirs, in order, with + between.
  std::string uuid() const;
  std::string normalizer() const;
  // The archive's own vocabulary, TOML; empty if it has none.
  std::string vocabulary() const;
  // Names of the saved profiles, in the order of their bytes.
  std::vector<std::string> profile_names() const;
  // nullopt: there is none. Throws Error(`index_corrupt`, `format_unknown`) for one that cannot be
  // read.
  std::optional<Profile> profile(std::string_view name) const;
  std::optional<Profile> enforced_profile() const;
  // nullopt if a shard is remote.
  std::optional<std::uint64_t> bytes_on_disk() const;

  std::optional<DocumentId> find_work(std::string_view work_id) const;
  // Throws Error(`index_corrupt`) if the record fails its checksum.
  Work work(DocumentId id) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::store
