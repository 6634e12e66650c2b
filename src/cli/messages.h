// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "cli/paint.h"

namespace ficsearch::cli {

enum class Verbosity : std::uint8_t { quiet, normal, verbose };

// Everything that goes to standard error. A closed or full standard error stops nothing: the work
// matters more than the talk about it.
class Messages {
 public:
  Messages(Verbosity verbosity, Paint paint) : verbosity_(verbosity), paint_(paint) {}

  // "warning: text"; not when quiet.
  void warn(std::string_view text) const;
  // The line as it is; not when quiet.
  void note(std::string_view line) const;
  // The line as it is, of something that went wrong; quiet or not.
  void fault(std::string_view line) const;
  // The line as it is; only when verbose.
  void detail(std::string_view line) const;

  bool is_quiet() const { return verbosity_ == Verbosity::quiet; }
  bool is_verbose() const { return verbosity_ == Verbosity::verbose; }
  const Paint& paint() const { return paint_; }

 private:
  Verbosity verbosity_;
  Paint paint_;
};

// Writes the text to standard error, unbuffered.
void write_error_text(std::string_view text);

}  // namespace ficsearch::cli
