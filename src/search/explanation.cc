// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/explanation.h"

#include <utility>

namespace ficsearch::search {
namespace {

std::string line_of(std::string_view what, std::uint64_t works,
                    std::chrono::steady_clock::duration took) {
  const auto us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
  return std::string(what) + ": " + std::to_string(works) + " works, " + std::to_string(us) + " us";
}

}  // namespace

void Explanation::add(std::string line) {
  if (asked_) lines_.push_back(std::move(line));
}

void Explanation::step(std::string_view what, std::uint64_t works) {
  if (!asked_) return;
  lines_.push_back(line_of(what, works, Clock::now() - began_));
  began_ = Clock::now();
}

std::size_t Explanation::begin_part() {
  parts_.push_back(Clock::now());
  lines_.emplace_back();
  return lines_.size() - 1;
}

void Explanation::end_part(std::size_t line, std::string_view what, std::uint64_t works) {
  const std::string indent(2 * parts_.size(), ' ');
  lines_[line] = indent + line_of(what, works, Clock::now() - parts_.back());
  parts_.pop_back();
}

}  // namespace ficsearch::search
