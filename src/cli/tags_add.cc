// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/verdict_text.h"
#include "ficsearch/json.h"
#include "ficsearch/vocabulary.h"

namespace ficsearch::cli {

ExitCode run_tags_add(const Arguments& arguments, Console& console) {
  const std::vector<std::string>& names = arguments.operands();
  const ImportVerdict verdict = add_spelling(index_directory(arguments), names[0], names[1]);
  console.out.write_line(arguments.has(options::kJson) ? to_json(verdict) : verdict_text(verdict));
  return verdict.outcome == ImportOutcome::refused ? ExitCode::rejected : ExitCode::done;
}

}  // namespace ficsearch::cli
