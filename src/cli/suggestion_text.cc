// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/suggestion_text.h"

#include <fmt/format.h>

#include "cli/numbers.h"
#include "cli/tsv.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

std::string line_of(const Suggestion& suggestion) {
  std::string line = suggestion.matched.empty()
                         ? suggestion.label
                         : fmt::format("{} -> {}", suggestion.matched, suggestion.label);
  line += fmt::format("  {}", to_string(suggestion.facet));
  if (suggestion.works) line += "  " + counted(*suggestion.works, "work", "works");
  if (!suggestion.not_same.empty())
    line += fmt::format("  (not: {})", fmt::join(suggestion.not_same, ", "));
  if (suggestion.is_alike) line = "did you mean " + line;
  return terminal_safe(line);
}

std::string works_of(const Suggestion& suggestion) {
  return suggestion.works ? std::to_string(*suggestion.works) : std::string();
}

}  // namespace

void print_suggestions(const std::vector<Suggestion>& suggestions, OutputFormat format,
                       Console& console) {
  switch (format) {
    case OutputFormat::json:
      return console.out.write_line(to_json(suggestions));
    case OutputFormat::jsonl:
      for (const Suggestion& each : suggestions) console.out.write_line(to_json(each));
      return;
    case OutputFormat::tsv:
      for (const Suggestion& each : suggestions)
        console.out.write_line(tsv_line({each.concept_id, std::string(to_string(each.facet)),
                                         each.label, each.matched, works_of(each)}));
      return;
    case OutputFormat::text:
    case OutputFormat::ids:
      for (const Suggestion& each : suggestions) console.out.write_line(line_of(each));
  }
}

}  // namespace ficsearch::cli
