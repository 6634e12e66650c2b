// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "snapshot/snapshot.h"
#include "store/reader.h"
#include "tags/dictionary.h"

namespace ficsearch::engine {

// The snapshots that handles of this process use, so that those of one commit share one. It keeps
// none alive. Any number of threads.
class SnapshotPool {
 public:
  // Of the whole process.
  static SnapshotPool& instance();

  // The snapshot of the reader's commit and this dictionary; a new one, whose parts are not built
  // yet, if no handle has it. `cache_bytes` is for a new one.
  std::shared_ptr<snapshot::Snapshot> get(const store::Reader& reader,
                                          std::shared_ptr<const tags::Dictionary> dictionary,
                                          std::size_t cache_bytes);

 private:
  std::mutex mutex_;
  // By directory, as copies of an index have one uuid, and key. Guarded by mutex_.
  std::map<std::string, std::weak_ptr<snapshot::Snapshot>> snapshots_;
};

}  // namespace ficsearch::engine
