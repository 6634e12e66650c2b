// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/snapshot_pool.h"

#include <filesystem>
#include <utility>

namespace ficsearch::engine {

namespace {

// Lists of words: what is left out costs each search that asks for it a reading of the index.
constexpr std::size_t kTextShare = 3;  // two of so many

// An entry takes about half a kilobyte and what it means here a fifth of one, so that this is
// enough for the lists of many readers.
constexpr std::size_t kEntriesShare = 12;
constexpr std::size_t kExcludesShare = 24;

snapshot::CacheBytes snapshot_share(std::size_t cache_bytes) {
  const std::size_t text = cache_bytes / kTextShare * 2;
  return {cache_bytes - text - cache_bytes / kEntriesShare - cache_bytes / kExcludesShare, text};
}

}  // namespace

SharedSnapshot::SharedSnapshot(const store::Reader& reader,
                               std::shared_ptr<const tags::Dictionary> dictionary,
                               std::size_t cache_bytes)
    : snapshot(reader, std::move(dictionary), snapshot_share(cache_bytes)),
      entry_lists(cache_bytes / kEntriesShare),
      exclude_lists(cache_bytes / kExcludesShare) {}

SnapshotPool& SnapshotPool::instance() {
  static SnapshotPool pool;
  return pool;
}

std::shared_ptr<SharedSnapshot> SnapshotPool::get(
    const store::Reader& reader, std::shared_ptr<const tags::Dictionary> dictionary,
    std::size_t cache_bytes) {
  std::error_code failed;
  std::filesystem::path path = std::filesystem::weakly_canonical(reader.directory(), failed);
  if (failed) path = reader.directory();
  const snapshot::SnapshotKey key = snapshot::key_of(reader, *dictionary);
  const std::string name =
      path.string() + '\n' + key.uuid + '\n' + std::to_string(key.revision) + '\n' + key.dictionary;
  const std::lock_guard lock(mutex_);
  std::erase_if(snapshots_, [](const auto& known) { return known.second.expired(); });
  std::weak_ptr<SharedSnapshot>& known = snapshots_[name];
  if (auto shared = known.lock()) return shared;
  auto made = std::make_shared<SharedSnapshot>(reader, std::move(dictionary), cache_bytes);
  known = made;
  return made;
}

}  // namespace ficsearch::engine
