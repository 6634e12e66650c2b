// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/record_queue.h"

#include <utility>

namespace ficsearch::engine {

bool RecordQueue::push(ReadRecord record) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !is_full() || abandoned_; });
  if (abandoned_) return false;
  bytes_ += record.bytes;
  records_.push_back(std::move(record));
  changed_.notify_all();
  return true;
}

void RecordQueue::finish() {
  const std::lock_guard lock(mutex_);
  finished_ = true;
  changed_.notify_all();
}

std::vector<ReadRecord> RecordQueue::take() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !records_.empty() || finished_; });
  std::vector<ReadRecord> taken;
  while (!records_.empty() && taken.size() < kMaxTaken) {
    bytes_ -= records_.front().bytes;
    taken.push_back(std::move(records_.front()));
    records_.pop_front();
  }
  changed_.notify_all();
  return taken;
}

void RecordQueue::abandon() {
  const std::lock_guard lock(mutex_);
  abandoned_ = true;
  changed_.notify_all();
}

}  // namespace ficsearch::engine
