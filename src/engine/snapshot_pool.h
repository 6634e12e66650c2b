// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "query/entry_list_cache.h"
#include "search/exclude_list.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"
#include "tags/dictionary.h"

namespace ficsearch::engine {

// A snapshot, and what requests were found to mean there: what a list says depends on commit and
// dictionary as the works do. Any number of threads.
struct SharedSnapshot {
  // `cache_bytes` bounds all that is kept beyond the snapshot's resident part.
  SharedSnapshot(const store::Reader& reader, std::shared_ptr<const tags::Dictionary> dictionary,
                 std::size_t cache_bytes);

  snapshot::Snapshot snapshot;
  query::EntryListCache entry_lists;
  search::ExcludeListCache exclude_lists;
};

// The snapshots that handles of this process use, so that those of one commit share one. It keeps
// none alive. Any number of threads.
class SnapshotPool {
 public:
  // Of the whole process: handles are opened anywhere and know nothing of each other, so nobody else
  // can bring those of one commit together.
  static SnapshotPool& instance();

  // That of the reader's commit and this dictionary; a new one, whose parts are not built
  // yet, if no handle has it. `cache_bytes` is for a new one.
  std::shared_ptr<SharedSnapshot> get(const store::Reader& reader,
                                      std::shared_ptr<const tags::Dictionary> dictionary,
                                      std::size_t cache_bytes);

 private:
  std::mutex mutex_;
  // By directory, as copies of an index have one uuid, and key. Guarded by mutex_.
  std::map<std::string, std::weak_ptr<SharedSnapshot>> snapshots_;
};

}  // namespace ficsearch::engine
