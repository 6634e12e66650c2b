// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <thread>

#include "engine/open_commit.h"

namespace ficsearch::engine {

// Watches an index from a thread of its own: opens each new commit, builds what many searches need,
// and only then hands it over. Meanwhile the one before goes on serving.
//
// A commit that cannot be opened is tried again, and goes on being so. Once it has failed a few
// times in a row, take() says what is wrong with it: searches must not be answered from an old
// commit for ever with nobody told. Threads: take() belongs to one.
class CommitFollower {
 public:
  // The first commit that it hands over is the last one of now.
  CommitFollower(std::filesystem::path directory, std::size_t cache_bytes);
  ~CommitFollower();

  // A newer commit than the last one taken, ready to be searched; null if there is none. Throws
  // what the last attempt to open one threw, if several have failed and none succeeded since.
  std::unique_ptr<OpenCommit> take();

  // From now on commits are made ready for completion of tags, too.
  void expect_completions() noexcept { expects_completions_.store(true); }

 private:
  void run(const std::stop_token& stop);
  void build_if_new();
  void set_failure(std::exception_ptr failure);

  const std::filesystem::path directory_;
  const std::size_t cache_bytes_;
  snapshot::SnapshotKey built_;         // the last one; of the thread
  int failures_ = 0;                    // in a row; of the thread
  std::atomic<bool> has_news_ = false;  // ready_ or failure_ is set
  std::atomic<bool> expects_completions_ = false;
  std::mutex mutex_;
  std::unique_ptr<OpenCommit> ready_;  // guarded by mutex_
  std::exception_ptr failure_;         // guarded by mutex_
  std::condition_variable_any wake_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace ficsearch::engine
