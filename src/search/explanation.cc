// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/explanation.h"

#include <utility>

namespace ficsearch::search {

void Explanation::add(std::string line) {
  if (asked_) lines_.push_back(std::move(line));
}

void Explanation::step(std::string_view what, std::uint64_t works) {
  if (!asked_) return;
  const Clock::time_point now = Clock::now();
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(now - began_).count();
  lines_.push_back(std::string(what) + ": " + std::to_string(works) + " works, " +
                   std::to_string(took) + " us");
  began_ = Clock::now();
}

}  // namespace ficsearch::search
