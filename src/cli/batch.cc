// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/input_lines.h"
#include "cli/options.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {
namespace {

using Clock = std::chrono::steady_clock;

// The time is that of the search: reading and writing JSON is the caller's choice of interface.
std::string answer(Index& index, std::string_view line) {
  const SearchRequest request = parse_search_request(line);
  const Clock::time_point began = Clock::now();
  const Reply reply = index.search(request);
  const std::chrono::duration<double, std::micro> took = Clock::now() - began;
  return to_json(reply, took.count());
}

}  // namespace

ExitCode run_batch(const Arguments& arguments, Console& console) {
  Index index = open_index(arguments, {.use = Use::many});
  if (arguments.has(options::kWarm)) index.warm();
  ExitCode worst = ExitCode::done;
  for_each_line("-", console, [&](std::string_view line) {
    try {
      console.out.write_line(answer(index, line));
    } catch (const Error& error) {
      // Each line has its own answer: one bad request takes nobody else's away, and the caller
      // counts lines.
      console.out.write_line(to_json(error));
      const ExitCode code =
          error.code() == ErrorCode::bad_json ? ExitCode::usage : exit_code_of(error.code());
      worst = std::max(worst, code);
    }
  });
  console.out.flush();
  return worst;
}

}  // namespace ficsearch::cli
