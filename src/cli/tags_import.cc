// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "cli/verdict_text.h"
#include "ficsearch/json.h"
#include "ficsearch/vocabulary.h"

namespace ficsearch::cli {
namespace {

VocabularyImportOptions options_of(const Arguments& arguments) {
  VocabularyImportOptions import;
  if (const auto format = arguments.value(options::kVocabularyFormat))
    import.format = find_vocabulary_format(*format).value_or(VocabularyFormat::automatic);
  if (const auto facet = arguments.value(options::kConceptFacet))
    import.facet = find_facet(*facet).value_or(import.facet);
  import.create = arguments.has(options::kCreate);
  import.replace = arguments.has(options::kReplace);
  return import;
}

}  // namespace

// The refusals are the result: whoever imports a list has to look at them.
ExitCode run_tags_import(const Arguments& arguments, Console& console) {
  const VocabularyReport report =
      import_vocabulary(index_directory(arguments), arguments.operands(), options_of(arguments));
  if (arguments.has(options::kJson)) {
    console.out.write_line(to_json(report));
  } else {
    for (const ImportVerdict& verdict : report.verdicts)
      if (verdict.outcome == ImportOutcome::refused || console.messages.is_verbose())
        console.out.write_line(verdict_text(verdict));
  }
  console.out.flush();
  console.messages.note(fmt::format("accepted {}, unchanged {}, refused {}", report.accepted,
                                    report.unchanged, report.refused));
  return report.refused == 0 ? ExitCode::done : ExitCode::rejected;
}

}  // namespace ficsearch::cli
