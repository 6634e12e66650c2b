// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {

ExitCode run_index_status(const Arguments& arguments, Console& console) {
  Index index = open_index(arguments);
  const IndexStatus status = index.status();
  if (arguments.has(options::kJson)) {
    console.out.write_line(to_json(status));
    return ExitCode::done;
  }
  const auto print = [&](std::string_view name, std::string_view value) {
    console.out.write_line(fmt::format("{:<11} {}", name, value));
  };
  print("works", grouped(status.works));
  if (status.revision) print("revision", std::to_string(*status.revision));
  print("uuid", status.uuid);
  print("spellings", grouped(status.spellings));
  print("concepts", grouped(status.concepts));
  if (status.bytes) print("bytes", grouped(*status.bytes));
  print("normalizer", status.normalizer);
  print("dictionary", status.dictionary);
  if (status.shards.empty() && status.spellings != 0 && status.joins != status.dictionary)
    print("joins",
          fmt::format("{}: every process works them out for itself until `ficsearch import "
                      "-d {} --format jsonl /dev/null` stores them",
                      status.joins.empty() ? "not stored yet" : "of " + status.joins,
                      terminal_safe(index_directory(arguments).string())));
  for (const ShardStatus& shard : status.shards)
    print("shard", fmt::format("{}, {} works, {}", terminal_safe(shard.place), grouped(shard.works),
                               shard.uuid));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
