// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/format.h"
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "cli/tsv.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

void print_findings(const std::vector<LintFinding>& findings, OutputFormat format,
                    Console& console) {
  switch (format) {
    case OutputFormat::json:
      return console.out.write_line(to_json(findings));
    case OutputFormat::jsonl:
      for (const LintFinding& finding : findings) console.out.write_line(to_json(finding));
      return;
    case OutputFormat::tsv:
      for (const LintFinding& finding : findings)
        console.out.write_line(tsv_line({finding.kind, finding.a, finding.b, finding.message,
                                         std::string(to_string(finding.likelihood)),
                                         finding.works ? std::to_string(*finding.works) : ""}));
      return;
    case OutputFormat::text:
    case OutputFormat::ids:
      for (const LintFinding& finding : findings)
        console.out.write_line(terminal_safe(fmt::format("{}: {}", finding.kind, finding.message)));
      console.out.write_line(counted(findings.size(), "finding", "findings"));
  }
}

}  // namespace

ExitCode run_tags_lint(const Arguments& arguments, Console& console) {
  const OutputFormat format = output_format(arguments, options::kListFormat);
  with_tags(arguments, [&](const Tags& tags) {
    print_findings(tags.lint({.all = arguments.has(options::kAllFindings)}), format, console);
  });
  return ExitCode::done;
}

}  // namespace ficsearch::cli
