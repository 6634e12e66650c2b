// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

#include "ficsearch/error.h"
#include "ficsearch/maintenance.h"
#include "store/durable_files.h"

namespace ficsearch::engine {

// Shows how far a step of maintenance has come, and ends it if somebody asks. Threads: one.
class MaintenanceSteps {
 public:
  explicit MaintenanceSteps(const MaintenanceOptions& options) : options_(options) {}

  void begin(std::string_view step, std::uint64_t total) {
    progress_ = {step, 0, total};
    advance(0);
    show();
  }
  // Throws Error(`interrupted`).
  void advance(std::uint64_t by = 1) {
    progress_.done += by;
    if (is_stop_asked()) stop();
    if (Clock::now() - shown_ >= std::chrono::milliseconds(100)) show();
  }
  bool is_stop_asked() const { return options_.should_stop && options_.should_stop(); }
  // Throws Error(`interrupted`).
  [[noreturn]] static void stop() {
    throw Error(ErrorCode::interrupted, "interrupted; the index is as it was");
  }
  store::OnBytes counting_bytes() {
    return [this](std::uint64_t bytes) { advance(bytes); };
  }

 private:
  using Clock = std::chrono::steady_clock;

  void show() {
    shown_ = Clock::now();
    if (options_.on_progress) options_.on_progress(progress_);
  }

  const MaintenanceOptions& options_;
  MaintenanceProgress progress_;
  Clock::time_point shown_;
};

}  // namespace ficsearch::engine
