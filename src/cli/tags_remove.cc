// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "ficsearch/text.h"
#include "ficsearch/vocabulary.h"

namespace ficsearch::cli {

ExitCode run_tags_remove(const Arguments& arguments, Console& console) {
  const auto removed =
      remove_from_vocabulary(index_directory(arguments), arguments.joined_operands());
  for (const std::string& each : removed) console.out.write_line("removed: " + terminal_safe(each));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
