// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/facets_text.h"
#include "cli/format.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "cli/reply_notes.h"
#include "cli/search_arguments.h"
#include "cli/tsv.h"
#include "ficsearch/json.h"

namespace ficsearch::cli {
namespace {

SearchRequest request_of(const Arguments& arguments, Console& console) {
  SearchRequest request = filters_of(arguments, console);
  request.limit = 0;
  request.facets = facets_of(arguments);
  if (request.facets.empty()) request.facets.assign(kAllFacets.begin(), kAllFacets.end());
  if (const auto limit = arguments.number(options::kFacetLimit)) request.facet_limit = *limit;
  request.facet_counts = facet_counts_of(arguments);
  return request;
}

void print_tsv(const Reply& reply, Console& console) {
  for (const auto& [facet, counts] : reply.facets)
    for (const FacetCount& count : counts)
      console.out.write_line(
          tsv_line({std::string(to_string(facet)), count.concept_id, count.label,
                    std::to_string(count.count), std::string(to_string(count.state))}));
}

void print_facets(const Reply& reply, OutputFormat format, Console& console) {
  if (format == OutputFormat::json) return console.out.write_line(to_json(reply));
  if (format == OutputFormat::tsv) return print_tsv(reply, console);
  console.out.write(facets_text(reply, console.paint));
  console.out.write_line(counted(reply.total.value, "work", "works"));
}

}  // namespace

ExitCode run_facets(const Arguments& arguments, Console& console) {
  const SearchRequest request = request_of(arguments, console);
  const OutputFormat format = output_format(arguments, options::kFacetFormat);
  Index index = open_index(arguments);
  const Reply reply = index.search(request);
  print_facets(reply, format, console);
  console.out.flush();
  if (format == OutputFormat::text) note_excludes(reply, console.messages);
  print_warnings(reply.warnings, console.messages);
  const bool found = reply.total.value != 0;
  return found || !arguments.has(options::kExitStatus) ? ExitCode::done : ExitCode::nothing_found;
}

}  // namespace ficsearch::cli
