// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/format.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "cli/suggestion_text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kLimit = 10;

}  // namespace

ExitCode run_suggest(const Arguments& arguments, Console& console) {
  SearchRequest request = filters_of(arguments, console);
  request.query.clear();  // The operands are the prefix here.
  const OutputFormat format = output_format(arguments, options::kListFormat);
  Index index = open_index(arguments);
  print_suggestions(index.suggest(request, arguments.joined_operands(),
                                  arguments.number(options::kSuggestLimit).value_or(kLimit)),
                    format, console);
  return ExitCode::done;
}

ExitCode run_tags_suggest(const Arguments& arguments, Console& console) {
  const OutputFormat format = output_format(arguments, options::kListFormat);
  const std::string prefix = arguments.joined_operands();
  const std::size_t limit = arguments.number(options::kSuggestLimit).value_or(kLimit);
  if (auto index = find_index(arguments, profile_options()))
    print_suggestions(index->suggest(profiles_of(arguments), prefix, limit), format, console);
  else
    print_suggestions(Tags::builtin().suggest(prefix, limit), format, console);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
