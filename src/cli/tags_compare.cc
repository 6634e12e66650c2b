// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/input_lines.h"
#include "ficsearch/error.h"
#include "ficsearch/tags.h"

namespace ficsearch::cli {
namespace {

Comparison compare_line(const Tags& tags, std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || line.find('\t', tab + 1) != std::string_view::npos)
    throw Error(ErrorCode::bad_value, "the line is not two tags with one tab between them");
  return tags.compare(line.substr(0, tab), line.substr(tab + 1));
}

}  // namespace

ExitCode run_tags_compare(const Arguments& arguments, Console& console) {
  with_tags(arguments, [&](const Tags& tags) {
    for_each_line("-", console, [&](std::string_view line) {
      console.out.write_line(to_string(compare_line(tags, line)));
    });
  });
  return ExitCode::done;
}

}  // namespace ficsearch::cli
