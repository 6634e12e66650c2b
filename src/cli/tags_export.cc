// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/options.h"
#include "ficsearch/vocabulary.h"

namespace ficsearch::cli {

ExitCode run_tags_export(const Arguments& arguments, Console& console) {
  const bool as_list = arguments.value(options::kVocabularyExportFormat) == "tsv";
  console.out.write(export_vocabulary(
      index_directory(arguments), as_list ? VocabularyFormat::aliases : VocabularyFormat::toml));
  return ExitCode::done;
}

}  // namespace ficsearch::cli
