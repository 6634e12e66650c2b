// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/delete.h"

#include <fmt/format.h>

#include "cli/confirm.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

bool may_delete(std::uint64_t works, const Arguments& arguments, const Console& console) {
  return confirmed(fmt::format("delete {} from {}?", counted(works, "work", "works"),
                               index_directory(arguments).string()),
                   arguments, console);
}

DeleteReport deleted(const Arguments& arguments, const Console& console) {
  const std::vector<std::string>& ids = arguments.operands();
  const auto where = arguments.value(options::kWhere);
  if (where.has_value() == !ids.empty())
    throw Error(ErrorCode::usage, "name works by their ids, or give --where, but not both");
  if (!where) {
    if (!may_delete(ids.size(), arguments, console)) return {};
    return delete_works(index_directory(arguments), ids);
  }
  SearchRequest request;
  request.query = *where;
  return delete_matching(index_directory(arguments), request, [&](std::uint64_t works) {
    return works == 0 || may_delete(works, arguments, console);
  });
}

}  // namespace

ExitCode run_delete(const Arguments& arguments, Console& console) {
  const DeleteReport report = deleted(arguments, console);
  if (arguments.has(options::kJson))
    console.out.write_line(to_json(report));
  else if (!console.messages.is_quiet())
    console.out.write_line(fmt::format("deleted {}", counted(report.deleted, "work", "works")));
  console.out.flush();
  for (const std::string& id : report.missing)
    console.messages.warn(fmt::format("there is no work \"{}\"", terminal_safe(id)));
  return report.missing.empty() ? ExitCode::done : ExitCode::not_found;
}

}  // namespace ficsearch::cli
