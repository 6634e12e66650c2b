// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <array>

#include "cli/facets_text.h"
#include "cli/format.h"
#include "cli/handlers.h"
#include "cli/hit_text.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "cli/reply_notes.h"
#include "cli/search_arguments.h"
#include "cli/tsv.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kMaxLimit = 1000;

// What the text form shows of each work when --fields does not say.
const std::vector<std::string> kFieldsOfText{"language", "rating", "status", "words", "updated"};

struct SearchTask {
  SearchRequest request;
  OutputFormat format = OutputFormat::text;
  bool count_only = false;
};

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t comma = text.find(',', begin);
    parts.push_back(text.substr(begin, comma - begin));
    if (parts.back().empty())
      throw Error(ErrorCode::bad_value, fmt::format("--fields \"{}\" has an empty name", text));
    if (comma == std::string::npos) return parts;
    begin = comma + 1;
  }
}

// Nothing that was asked for is dropped silently.
void refuse_beside_count(const Arguments& arguments, OutputFormat format) {
  constexpr std::array kOfPages{&options::kLimit, &options::kAll, &options::kOffset,
                                &options::kCursor, &options::kFields};
  const auto refuse = [](const Option& option, std::string hint) {
    throw Error(ErrorCode::usage, fmt::format("--count shows nothing of --{}", option.name), {},
                std::move(hint));
  };
  for (const Option* option : kOfPages)
    if (arguments.has(*option)) refuse(*option, "leave one of the two out");
  if (arguments.has(options::kFacet) && format != OutputFormat::json)
    refuse(options::kFacet, "use --json, or the command facets");
}

void set_page(SearchTask& task, const Arguments& arguments) {
  const auto limit = arguments.number(options::kLimit, kMaxLimit);
  if (limit && arguments.has(options::kAll))
    throw Error(ErrorCode::usage, "--limit and --all contradict each other");
  if (limit) task.request.limit = *limit;
  if (arguments.has(options::kAll)) task.request.limit = std::nullopt;
  if (task.count_only) task.request.limit = 0;
  task.request.offset = arguments.number(options::kOffset).value_or(0);
  task.request.cursor = arguments.value(options::kCursor).value_or("");
}

SearchTask task_of(const Arguments& arguments, Console& console) {
  SearchTask task{filters_of(arguments, console), output_format(arguments, options::kHitFormat),
                  arguments.has(options::kCount)};
  if (task.count_only) refuse_beside_count(arguments, task.format);
  task.request.facets = facets_of(arguments);
  if (!task.request.facets.empty() && task.format != OutputFormat::text &&
      task.format != OutputFormat::json)
    throw Error(ErrorCode::usage, "--facet has no place in this format", {},
                "use --json, the text form, or the command facets");
  if (const auto limit = arguments.number(options::kFacetLimit)) task.request.facet_limit = *limit;
  task.request.facet_counts = facet_counts_of(arguments);
  for (const std::string& key : arguments.values(options::kSort))
    task.request.sort.push_back(parse_sort_key(key));
  if (const auto fields = arguments.value(options::kFields))
    task.request.fields = split_at_commas(*fields);
  else if (task.format == OutputFormat::text)
    task.request.fields = kFieldsOfText;
  set_page(task, arguments);
  task.request.explain = arguments.has(options::kExplain);
  return task;
}

std::string tsv_of(const Hit& hit, const std::vector<std::string>& fields) {
  std::vector<std::string> cells{hit.id, hit.title,
                                 fmt::format("{}", fmt::join(hit.authors, "; "))};
  for (const std::string& name : fields) {
    cells.emplace_back();
    for (const auto& [field, value] : hit.fields)
      if (field == name) cells.back() = field_text(value);
  }
  return tsv_line(cells);
}

void print_hit(const Hit& hit, const SearchTask& task, Console& console) {
  switch (task.format) {
    case OutputFormat::text:
      return console.out.write(hit_text(hit, console));
    case OutputFormat::ids:
      return console.out.write_line(hit.id);
    case OutputFormat::tsv:
      return console.out.write_line(tsv_of(hit, task.request.fields));
    case OutputFormat::json:
    case OutputFormat::jsonl:
      return console.out.write_line(to_json(hit));
  }
}

void print_totals(const Reply& reply, std::size_t shown, const SearchTask& task, Console& console) {
  std::string line = counted(reply.total.value, "work", "works");
  if (shown != 0 && shown < reply.total.value)
    line += fmt::format(", {} to {} shown", grouped(task.request.offset + 1),
                        grouped(task.request.offset + shown));
  console.out.write_line(line);
  const std::string facets = facets_text(reply, console.paint);
  if (!facets.empty()) console.out.write("\n" + facets);
}

// JSON is one document and needs the whole reply; every other form prints hits as they are read.
Reply search_and_print(Index& index, const SearchTask& task, Console& console) {
  if (task.format == OutputFormat::json) {
    Reply reply = index.search(task.request);
    console.out.write_line(to_json(reply));
    return reply;
  }
  std::size_t shown = 0;
  Reply reply = index.search_each(task.request, [&](Hit&& hit) {
    print_hit(hit, task, console);
    ++shown;
  });
  if (task.count_only)
    console.out.write_line(std::to_string(reply.total.value));
  else if (task.format == OutputFormat::text)
    print_totals(reply, shown, task, console);
  return reply;
}

}  // namespace

ExitCode run_search(const Arguments& arguments, Console& console) {
  const SearchTask task = task_of(arguments, console);
  Index index = open_index(arguments);
  const Reply reply = search_and_print(index, task, console);
  console.out.flush();
  if (task.format == OutputFormat::text) note_excludes(reply, console.messages);
  print_warnings(reply.warnings, console.messages);
  if (task.format != OutputFormat::json) note_how_to_go_on(reply, console.messages);
  console.messages.detail(fmt::format("searched {} in {:.1f} ms", reply.snapshot, reply.took_ms));
  const bool found = reply.total.value != 0;
  return found || !arguments.has(options::kExitStatus) ? ExitCode::done : ExitCode::nothing_found;
}

}  // namespace ficsearch::cli
