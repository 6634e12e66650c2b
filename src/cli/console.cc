// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

#include "cli/arguments.h"
#include "cli/options.h"
#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kColumnsOfNoTerminal = 80;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

Verbosity verbosity_of(const Arguments& arguments) {
  const bool quiet = arguments.has(options::kQuiet);
  const bool verbose = arguments.has(options::kVerbose);
  if (quiet && verbose)
    throw Error(ErrorCode::usage, "-q/--quiet and -v/--verbose contradict each other");
  return quiet ? Verbosity::quiet : verbose ? Verbosity::verbose : Verbosity::normal;
}

// NO_COLOR counts if it is set and not empty (no-color.org).
bool terminal_takes_colour(int descriptor) {
  return ::isatty(descriptor) == 1 && environment("NO_COLOR").empty() &&
         environment("TERM") != "dumb";
}

bool is_painted(const Arguments& arguments, int descriptor) {
  const std::string when = arguments.value(options::kColor).value_or("auto");
  return when == "always" || (when == "auto" && terminal_takes_colour(descriptor));
}

std::size_t columns_of_output() {
  winsize size{};
  const bool known = ::isatty(STDOUT_FILENO) == 1 &&
                     ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0;
  return known ? size.ws_col : kColumnsOfNoTerminal;
}

}  // namespace

Console open_console(const Arguments& arguments) {
  return Console{
      .out = {},
      .messages = Messages(verbosity_of(arguments), Paint(is_painted(arguments, STDERR_FILENO))),
      .paint = Paint(is_painted(arguments, STDOUT_FILENO)),
      .columns = columns_of_output(),
      .error_is_terminal = ::isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb",
      .may_wait_for_a_person = !arguments.has(options::kNoInput),
  };
}

Paint default_error_paint() {
  return Paint(terminal_takes_colour(STDERR_FILENO));
}

}  // namespace ficsearch::cli
