// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::search {

// How a search was run, for people: a line a step, with the works that were left and the time that
// it took. Nothing is put down unless it was asked for.
class Explanation {
 public:
  explicit Explanation(bool asked) : asked_(asked) {}

  bool asked() const noexcept { return asked_; }
  void add(std::string line);
  // The step that ends now, and began where the one before ended.
  void step(std::string_view what, std::uint64_t works);

  // Part of the step that ends next, which may have parts itself: between the two calls, which give
  // one line, what is put down is part of it.
  std::size_t begin_part();
  void end_part(std::size_t line, std::string_view what, std::uint64_t works);

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  using Clock = std::chrono::steady_clock;

  bool asked_;
  std::vector<std::string> lines_;
  Clock::time_point began_ = Clock::now();
  std::vector<Clock::time_point> parts_;  // when those that have not ended began
};

}  // namespace ficsearch::search
