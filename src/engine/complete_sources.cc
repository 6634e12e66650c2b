// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/complete_sources.h"

#include <filesystem>
#include <system_error>

#include "ficsearch/error.h"

namespace ficsearch::engine {
namespace {

std::string first_and_number(const std::vector<std::string>& files) {
  if (files.size() == 1) return files.front();
  return files.front() + " (and " + std::to_string(files.size() - 1) + " more)";
}

}  // namespace

void refuse_what_may_break_off(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    std::error_code failed;  // what cannot be read says so when it is
    const std::filesystem::file_status status = std::filesystem::status(source, failed);
    if (source == "-" || (!failed && !is_regular_file(status) && !is_directory(status)))
      throw Error(ErrorCode::bad_value,
                  "nobody can know whether " + (source == "-" ? "standard input" : source) +
                      " is all there is, so nothing can be pruned by it",
                  Place{.file = source}, "write it to a file and import that");
  }
}

std::string why_incomplete(const ImportReport& report,
                           const std::vector<std::string>& empty_files) {
  if (report.rejected != 0) return "what was rejected may be in the index";
  if (!report.skipped_files.empty())
    return "what was skipped may be in the index: " + first_and_number(report.skipped_files);
  if (!empty_files.empty())
    return "a file without works may have lost them: " + first_and_number(empty_files);
  return "";
}

}  // namespace ficsearch::engine
