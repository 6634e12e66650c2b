// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/version.h"

#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/options.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {

ExitCode run_version(const Arguments& arguments, Console& console) {
  const VersionInfo info = version();
  if (arguments.has(options::kJson)) {
    console.out.write_line(to_json(info));
    return ExitCode::done;
  }
  const auto print = [&](std::string_view name, std::string_view value) {
    console.out.write_line(fmt::format("{:<11} {}", name, value));
  };
  print("ficsearch", info.ficsearch);
  print("xapian", info.xapian);
  print("icu", info.icu);
  print("mecab", info.mecab);
  print("normalizer", info.normalizer);
  print("dictionary", info.dictionary);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
