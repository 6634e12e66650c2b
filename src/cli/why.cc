// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/why.h"

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "cli/why_text.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {

ExitCode run_why(const Arguments& arguments, Console& console) {
  SearchRequest request = filters_of(arguments, console);
  request.query = arguments.value(options::kQuery).value_or("");  // The operands are ids here.
  Index index = open_index(arguments);
  for (const std::string& id : arguments.operands()) {
    const Why why = index.why(request, id);
    if (arguments.has(options::kJson))
      console.out.write_line(to_json(why));
    else
      console.out.write(why_text(why, console));
  }
  return ExitCode::done;
}

}  // namespace ficsearch::cli
