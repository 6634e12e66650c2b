// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

#include "engine/import_source.h"

namespace ficsearch::engine {

struct ReadRecord {
  SourceItem item;
  std::uint64_t bytes = 0;  // of the source
  bool is_first = true;     // as WorkAnalyser::analyse wants it
};

// Hands records from the thread that reads to those that analyse: as they come if they come slowly,
// many at once if they come fast. Holds so many bytes at most, or one record.
//
// Threads: any.
class RecordQueue {
 public:
  static constexpr std::uint64_t kMaxBytes = 8u << 20;
  static constexpr std::size_t kMaxRecords = 1024;
  static constexpr std::size_t kMaxTaken = 64;

  // Waits for room. False if nobody takes records any more.
  bool push(ReadRecord record);
  // No more will come.
  void finish();

  // Waits for one record at least; none is the end.
  std::vector<ReadRecord> take();
  // No more are wanted.
  void abandon();

 private:
  bool is_full() const { return bytes_ >= kMaxBytes || records_.size() >= kMaxRecords; }

  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::deque<ReadRecord> records_;
  std::uint64_t bytes_ = 0;  // of records_
  bool finished_ = false;
  bool abandoned_ = false;
};

}  // namespace ficsearch::engine
