// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <variant>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/input_lines.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

using Clock = std::chrono::steady_clock;

// The time is that of the search: reading and writing JSON is the caller's choice of interface.
std::string answer(Index& index, std::string_view line) {
  const auto asked = parse_batch_request(line);
  const Clock::time_point began = Clock::now();
  const auto took_us = [&] {
    return std::chrono::duration<double, std::micro>(Clock::now() - began).count();
  };
  if (const auto* completion = std::get_if<CompletionRequest>(&asked)) {
    const auto suggestions =
        index.suggest(completion->filters, completion->prefix, completion->limit);
    const double took = took_us();
    return to_json(suggestions, took);
  }
  const Reply reply = index.search(std::get<SearchRequest>(asked));
  const double took = took_us();
  return to_json(reply, took);
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
  if (const std::uint64_t withheld = index.withheld(); withheld != 0)
    console.messages.fault(
        fmt::format("ficsearch: {} that the index gave, though excluded, {} kept back: {} is "
                    "damaged\nhint: run ficsearch index check, and restore a backup",
                    counted(withheld, "work", "works"), withheld == 1 ? "was" : "were",
                    terminal_safe(index_directory(arguments).string())));
  return worst;
}

}  // namespace ficsearch::cli
