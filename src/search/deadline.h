// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "ficsearch/search.h"

namespace ficsearch::search {

// When a request has to be answered. It is checked between the steps of a search and now and then
// within long ones: an answer that is late is an error, and never a part of one.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  using Now = Clock::time_point (*)();

  // Never.
  Deadline() = default;
  // `now` is the clock, which tests choose.
  explicit Deadline(const std::optional<std::chrono::milliseconds>& timeout, Now now = &Clock::now)
      : now_(now) {
    if (timeout) end_ = now_() + *timeout;
  }

  // Throws Error(`timeout`) once the time is over.
  void check() const {
    if (end_ && now_() >= *end_) throw_timeout();
  }

 private:
  [[noreturn]] static void throw_timeout();

  Now now_ = &Clock::now;
  std::optional<Clock::time_point> end_;
};

// For loops of short steps: looks at the time at the first of them and then at every few
// thousandth.
class PacedDeadline {
 public:
  // `deadline` must outlive it.
  explicit PacedDeadline(const Deadline& deadline) : deadline_(deadline) {}

  void step() {
    if (steps_++ % kBetweenChecks == 0) deadline_.check();
  }

 private:
  static constexpr std::uint32_t kBetweenChecks = 4096;

  const Deadline& deadline_;
  std::uint32_t steps_ = 0;
};

}  // namespace ficsearch::search
