// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/format.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "cli/tsv.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kLimit = 20;

std::string line_of(const TagMatch& match) {
  const TagSummary& tag = match.tag;
  std::string line = fmt::format("{}  {}  {}", tag.concept_id, to_string(tag.facet), tag.label);
  if (tag.works) line += "  " + counted(*tag.works, "work", "works");
  if (match.where == "definition")
    line += "  (in its definition)";
  else if (match.matched != tag.label)
    line += fmt::format("  ({})", match.matched);
  return terminal_safe(line);
}

void print_matches(const std::vector<TagMatch>& matches, OutputFormat format, Console& console) {
  switch (format) {
    case OutputFormat::json:
      return console.out.write_line(to_json(matches));
    case OutputFormat::jsonl:
      for (const TagMatch& match : matches) console.out.write_line(to_json(match));
      return;
    case OutputFormat::tsv:
      for (const TagMatch& match : matches)
        console.out.write_line(tsv_line(
            {match.tag.concept_id, std::string(to_string(match.tag.facet)), match.tag.label,
             match.tag.works ? std::to_string(*match.tag.works) : "", match.where, match.matched}));
      return;
    case OutputFormat::text:
    case OutputFormat::ids:
      for (const TagMatch& match : matches) console.out.write_line(line_of(match));
  }
}

}  // namespace

ExitCode run_tags_search(const Arguments& arguments, Console& console) {
  const OutputFormat format = output_format(arguments, options::kListFormat);
  const std::string text = arguments.joined_operands();
  const std::size_t limit = arguments.number(options::kMatchLimit).value_or(kLimit);
  if (auto index = find_index(arguments, profile_options()))
    print_matches(index->search_tags(profiles_of(arguments), text, limit), format, console);
  else
    print_matches(Tags::builtin().search(text, limit), format, console);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
