// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer_lock.h"

#include <xapian.h>

#include "ficsearch/error.h"
#include "store/shard_list.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {

struct WriterLock::Impl {
  Xapian::WritableDatabase database;
};

WriterLock::WriterLock(const std::filesystem::path& directory) {
  if (find_stub(directory))
    throw Error(ErrorCode::io, directory.string() + " is a list of shards",
                Place{.file = directory.string()}, "maintain each shard in its own directory");
  guarded(directory, [&] {
    impl_ =
        std::make_unique<Impl>(Impl{Xapian::WritableDatabase(directory.string(), Xapian::DB_OPEN)});
  });
}

WriterLock::WriterLock(WriterLock&&) noexcept = default;
WriterLock::~WriterLock() = default;

}  // namespace ficsearch::store
