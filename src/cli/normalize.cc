// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/input_lines.h"
#include "cli/options.h"
#include "cli/tsv.h"
#include "ficsearch/error.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

Tier tier_of(const Arguments& arguments) {
  const auto name = arguments.value(options::kTier);
  if (!name)
    throw Error(ErrorCode::usage, "normalize needs --tier", {}, "--tier S, F, Y, R, E or L");
  return *find_tier(*name);
}

}  // namespace

ExitCode run_normalize(const Arguments& arguments, Console& console) {
  const Tier tier = tier_of(arguments);
  Normalizer normalizer;
  for_each_line("-", console, [&](std::string_view line) {
    console.out.write_line(tsv_line(normalizer.keys(tier, line)));
  });
  return ExitCode::done;
}

}  // namespace ficsearch::cli
