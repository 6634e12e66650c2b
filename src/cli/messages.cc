// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/messages.h"

#include <fmt/format.h>

#include <cstdio>

namespace ficsearch::cli {

void Messages::warn(std::string_view text) const {
  if (verbosity_ != Verbosity::quiet)
    write_error_text(fmt::format("{} {}\n", paint_.advisory("warning:"), text));
}

void Messages::note(std::string_view line) const {
  if (verbosity_ != Verbosity::quiet) write_error_text(fmt::format("{}\n", line));
}

void Messages::fault(std::string_view line) const {
  write_error_text(fmt::format("{}\n", line));
}

void Messages::detail(std::string_view line) const {
  if (verbosity_ == Verbosity::verbose) write_error_text(fmt::format("{}\n", line));
}

void write_error_text(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace ficsearch::cli
