// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::cli {

// Emphasis for a terminal; every function gives the text unchanged if colour is off.
class Paint {
 public:
  explicit Paint(bool enabled = false) : enabled_(enabled) {}

  std::string title(std::string_view text) const;
  std::string faint(std::string_view text) const;
  std::string advisory(std::string_view text) const;
  std::string match(std::string_view text) const;
  std::string trouble(std::string_view text) const;

 private:
  bool enabled_;
};

}  // namespace ficsearch::cli
