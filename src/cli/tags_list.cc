// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>

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

TagListOptions list_options(const Arguments& arguments) {
  TagListOptions list;
  if (const auto facet = arguments.value(options::kOneFacet)) list.facet = find_facet(*facet);
  list.below = arguments.value(options::kBelow).value_or("");
  list.limit = arguments.number(options::kListLimit).value_or(0);
  return list;
}

std::string works_of(const TagSummary& tag) {
  return tag.works ? std::to_string(*tag.works) : std::string();
}

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return text + std::string(columns > width ? columns - width : 0, ' ');
}

// Columns as wide as their widest cell, so that a list without an index has no column of counts.
void print_table(const std::vector<TagSummary>& tags, Console& console) {
  std::size_t id_columns = 0;
  std::size_t count_columns = 0;
  for (const TagSummary& tag : tags) {
    id_columns = std::max(id_columns, display_width(terminal_safe(tag.concept_id)));
    if (tag.works) count_columns = std::max(count_columns, grouped(*tag.works).size());
  }
  for (const TagSummary& tag : tags) {
    const std::string count =
        tag.works ? fmt::format("{:>{}}  ", grouped(*tag.works), count_columns) : std::string();
    console.out.write_line(fmt::format("{}{}  {:<12}  {}", count,
                                       padded(terminal_safe(tag.concept_id), id_columns),
                                       to_string(tag.facet), terminal_safe(tag.label)));
  }
}

void print_tags(const std::vector<TagSummary>& tags, OutputFormat format, Console& console) {
  switch (format) {
    case OutputFormat::json:
      return console.out.write_line(to_json(tags));
    case OutputFormat::jsonl:
      for (const TagSummary& tag : tags) console.out.write_line(to_json(tag));
      return;
    case OutputFormat::tsv:
      for (const TagSummary& tag : tags)
        console.out.write_line(tsv_line(
            {tag.concept_id, std::string(to_string(tag.facet)), tag.label, works_of(tag)}));
      return;
    case OutputFormat::text:
    case OutputFormat::ids:
      return print_table(tags, console);
  }
}

}  // namespace

ExitCode run_tags_list(const Arguments& arguments, Console& console) {
  const TagListOptions list = list_options(arguments);
  const OutputFormat format = output_format(arguments, options::kListFormat);
  if (auto index = find_index(arguments, filter_options()))
    print_tags(index->list_tags(filters_of(arguments, console), list), format, console);
  else
    print_tags(Tags::builtin().list(list), format, console);
  return ExitCode::done;
}

}  // namespace ficsearch::cli
