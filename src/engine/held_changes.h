// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "engine/work_analyser.h"

namespace ficsearch::engine {

// Changed works of an index that wait to be written, of each the version that was read last. A dump
// that has a work twice, in two versions, changes it with the one and changes it back with the
// other: both together are no change, and cost no write.
class HeldChanges {
 public:
  struct Held {
    AnalysedWork work;
    std::uint64_t versions = 0;  // that were read, with this one
  };

  // Takes in a version of a work that is not as the index has it.
  void hold(AnalysedWork work) {
    Held& held = works_[work.document.work_id];
    bytes_ += work.record_bytes - held.work.record_bytes;
    held.work = std::move(work);
    ++held.versions;
  }

  // Forgets a work, because the index has the version that was read after all of these. Their
  // number.
  std::uint64_t drop(const std::string& work_id) {
    const auto held = works_.find(work_id);
    if (held == works_.end()) return 0;
    const std::uint64_t versions = held->second.versions;
    bytes_ -= held->second.work.record_bytes;
    works_.erase(held);
    return versions;
  }

  bool has(const std::string& work_id) const { return works_.contains(work_id); }
  std::size_t works() const noexcept { return works_.size(); }
  std::size_t bytes() const noexcept { return bytes_; }  // of text

  // All of them, by id; then there are none.
  std::map<std::string, Held> take() {
    bytes_ = 0;
    return std::exchange(works_, {});
  }

 private:
  std::map<std::string, Held> works_;
  std::size_t bytes_ = 0;
};

}  // namespace ficsearch::engine
