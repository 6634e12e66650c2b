// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <system_error>

#include "ficsearch/error.h"
#include "ingest/open_source.h"

namespace ficsearch::ingest {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_io(const std::string& path, const std::error_code& error) {
  throw Error(ErrorCode::io, "the source cannot be read: " + error.message(), Place{.file = path});
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

// Appends the files below `folder`. A link to a file is a file; a link to a folder is passed over,
// so that no loop is walked.
void append_files_below(const std::string& folder, std::vector<std::string>& files) {
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  while (!error && entries != fs::recursive_directory_iterator()) {
    if (is_hidden(entries->path()))
      entries.disable_recursion_pending();
    else if (std::error_code dangling; entries->is_regular_file(dangling))
      files.push_back(entries->path().native());
    entries.increment(error);
  }
  if (error) throw_io(folder, error);
}

}  // namespace

std::vector<std::string> list_files(const std::vector<std::string>& sources) {
  std::vector<std::string> files;
  for (const std::string& source : sources) {
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (source == "-" || (!error && !fs::is_directory(status))) {
      files.push_back(source);
    } else if (error) {
      throw_io(source, error);
    } else {
      const auto first = static_cast<std::ptrdiff_t>(files.size());
      append_files_below(source, files);
      std::sort(files.begin() + first, files.end());
    }
  }
  return files;
}

}  // namespace ficsearch::ingest
