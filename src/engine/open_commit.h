// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/archive_joins.h"
#include "engine/index_profiles.h"
#include "engine/snapshot_pool.h"
#include "engine/tags_impl.h"
#include "ficsearch/tags.h"
#include "search/known_tags.h"
#include "store/reader.h"
#include "tags/dictionary.h"

namespace ficsearch::engine {

// An index open at one commit, with all that a search of it needs: reader, dictionary in force,
// joins and snapshot belong together. Threads: one.
class OpenCommit {
 public:
  // At the last commit. Throws as Index::open does.
  OpenCommit(const std::filesystem::path& directory, std::size_t cache_bytes);

  // The next refresh connects to shards anew (Reader::disconnect).
  void disconnect() noexcept { reader_.disconnect(); }
  // Moves to the last commit, and to the dictionary that is in force there. Building one takes
  // milliseconds, so it happens only when the vocabulary has changed.
  void refresh();
  // False after a refresh() that threw: until the next one what is here may be of two commits.
  bool is_whole() const noexcept { return is_whole_; }
  // Has the snapshot keep in memory what many searches need. Seconds, at millions of works. Shards
  // have no snapshot, and nothing is kept.
  void make_resident();
  // The same, and what completion of tags needs.
  void make_completions();

  // The bound on what is kept of this commit beyond what is resident.
  std::size_t cache_bytes() const noexcept { return cache_bytes_; }
  const store::Reader& reader() const noexcept { return reader_; }
  const tags::Dictionary& dictionary() const noexcept { return *dictionary_; }
  // Needs one index, no shards.
  snapshot::Snapshot& snapshot() const noexcept { return shared_->snapshot; }
  // Null for shards.
  query::EntryListCache* entry_lists() const noexcept {
    return shared_ ? &shared_->entry_lists : nullptr;
  }
  search::ExcludeListCache* exclude_lists() const noexcept {
    return shared_ ? &shared_->exclude_lists : nullptr;
  }
  const Tags::Impl& tags_impl() const noexcept { return *tags_impl_; }
  const Tags& tags() const noexcept { return tags_; }
  // `deadline`: of the request that asks.
  search::RegistryTags known_tags(const search::Deadline& deadline = {});
  const IndexProfiles& profiles() const noexcept { return profiles_; }

 private:
  void take_vocabulary(std::string toml);
  void take_snapshot();

  bool is_whole_ = true;
  std::size_t cache_bytes_;
  store::Reader reader_;
  IndexProfiles profiles_{reader_};
  std::string vocabulary_;  // that dictionary_ was built with
  std::shared_ptr<const tags::Dictionary> dictionary_;
  std::unique_ptr<ArchiveJoins> joins_;
  std::shared_ptr<const Tags::Impl> tags_impl_;
  Tags tags_;
  std::shared_ptr<SharedSnapshot> shared_;  // null: the reader is of shards
};

}  // namespace ficsearch::engine
