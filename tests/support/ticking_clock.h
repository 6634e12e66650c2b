// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "search/deadline.h"

namespace ficsearch::test {

// A clock that goes on by a millisecond whenever it is looked at: a deadline of N milliseconds
// passes when it is checked for the Nth time, wherever that is. Threads: one.
class TickingClock {
 public:
  static search::Deadline::Clock::time_point now() {
    return search::Deadline::Clock::time_point(std::chrono::milliseconds(++ticks_));
  }
  static std::int64_t ticks() noexcept { return ticks_; }

  // A deadline that passes at its check number `checks`, counted from 1.
  static search::Deadline after(std::int64_t checks) {
    return search::Deadline(std::chrono::milliseconds(checks), &TickingClock::now);
  }
  // One that never passes in a test.
  static search::Deadline distant() { return after(std::int64_t{1} << 40); }

  // How often `run` looks at the clock.
  template <typename Run>
  static std::int64_t checks_of(Run&& run) {
    const std::int64_t before = ticks_;
    run();
    return ticks_ - before;
  }

 private:
  inline static std::int64_t ticks_ = 0;
};

}  // namespace ficsearch::test
