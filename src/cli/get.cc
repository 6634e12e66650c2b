// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "cli/work_text.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {

ExitCode run_get(const Arguments& arguments, Console& console) {
  const SearchRequest request = profiles_of(arguments);
  const Spoilers spoilers =
      arguments.value(options::kSpoilers) == "all" ? Spoilers::all : Spoilers::none;
  Index index = open_index(arguments);
  for (const std::string& id : arguments.operands()) {
    const Work work = index.get(request, id);
    const std::vector<Evidence> evidence = index.evidence(work);
    if (arguments.has(options::kJson))
      console.out.write_line(to_json(work, evidence));
    else
      console.out.write(work_text(work, evidence, spoilers, index.tags(), console));
  }
  return ExitCode::done;
}

}  // namespace ficsearch::cli
