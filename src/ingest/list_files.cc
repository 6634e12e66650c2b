// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/calibre_reader.h"
#include "ingest/open_source.h"
#include "ingest/text_reader.h"

namespace ficsearch::ingest {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throw_io(const std::string& path, const std::error_code& error) {
  throw Error(ErrorCode::io, "the source cannot be read: " + error.message(), Place{.file = path});
}

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

// A Calibre library is read by its database, which knows what its files are.
std::optional<std::string> find_library(const fs::path& folder) {
  const std::string database = folder / kCalibreDatabase;
  std::error_code ignored;
  if (fs::is_regular_file(database, ignored) && is_calibre_library(database)) return database;
  return std::nullopt;
}

// Drops the files that describe a text of the same list.
void drop_sidecars(std::vector<std::string>& files) {
  std::set<std::string> sidecars;
  for (const std::string& file : files)
    if (auto sidecar = find_sidecar(file)) sidecars.insert(*std::move(sidecar));
  std::erase_if(files, [&](const std::string& file) { return sidecars.contains(file); });
}

// Whether it can be told what a file is: not of a link to nothing, or on a failing disk.
bool is_known(const fs::file_status& status) {
  return status.type() != fs::file_type::none && status.type() != fs::file_type::not_found &&
         status.type() != fs::file_type::unknown;
}

// Appends the files below `folder`. A link to a file is a file; a link to a folder is passed over,
// so that no loop is walked. What cannot be known is appended, too: whoever opens it says why.
void append_files_below(const std::string& folder, std::vector<std::string>& files) {
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  while (!error && entries != fs::recursive_directory_iterator()) {
    std::error_code unknown;
    const fs::file_status status = entries->status(unknown);
    if (is_hidden(entries->path())) {
      entries.disable_recursion_pending();
    } else if (fs::is_directory(status) && !entries->is_symlink(unknown)) {
      if (auto library = find_library(entries->path())) {
        files.push_back(*std::move(library));
        entries.disable_recursion_pending();
      }
    } else if (fs::is_regular_file(status) || !is_known(status)) {
      files.push_back(entries->path().native());
    }
    entries.increment(error);
  }
  if (error) throw_io(folder, error);
}

std::vector<std::string> files_of(const std::string& folder) {
  if (auto library = find_library(folder)) return {*std::move(library)};
  std::vector<std::string> files;
  append_files_below(folder, files);
  std::sort(files.begin(), files.end());
  drop_sidecars(files);
  return files;
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
      for (std::string& file : files_of(source)) files.push_back(std::move(file));
    }
  }
  return files;
}

}  // namespace ficsearch::ingest
