// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include "ficsearch/search.h"

namespace ficsearch::search {

// When a request has to be answered. It is checked between the steps of a search and now and then
// within long ones: an answer that is late is an error, and never a part of one.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // Never.
  Deadline() = default;
  explicit Deadline(const std::optional<std::chrono::milliseconds>& timeout) {
    if (timeout) end_ = Clock::now() + *timeout;
  }

  // Throws Error(`timeout`) once the time is over.
  void check() const {
    if (end_ && Clock::now() >= *end_) throw_timeout();
  }

 private:
  [[noreturn]] static void throw_timeout();

  std::optional<Clock::time_point> end_;
};

}  // namespace ficsearch::search
