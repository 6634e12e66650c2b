// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <filesystem>
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

// Drops the files that describe a text of the same list.
void drop_sidecars(std::vector<SourceFile>& files) {
  const auto normal = [](const std::string& path) { return fs::path(path).lexically_normal(); };
  std::set<fs::path> sidecars;
  for (const SourceFile& file : files)
    if (const auto sidecar = find_sidecar(file)) sidecars.insert(normal(*sidecar));
  std::erase_if(files,
                [&](const SourceFile& file) { return sidecars.contains(normal(file.path)); });
}

// Walks a folder that was given as a source.
class FolderWalk {
 public:
  FolderWalk(std::string root, SourceFiles& found) : root_(std::move(root)), found_(found) {}

  // Throws Error(`io`) if the root itself cannot be listed.
  void walk() {
    if (add_library(root_)) return;
    if (const std::error_code error = walk(root_)) throw_io(root_, error);
  }

 private:
  std::error_code walk(const std::string& folder) {
    std::error_code error;
    for (fs::directory_iterator entries(folder, error);
         !error && entries != fs::directory_iterator(); entries.increment(error))
      if (!is_hidden(entries->path())) add(*entries);
    return error;
  }

  void add(const fs::directory_entry& entry) {
    std::error_code failed;
    const std::string path = entry.path().native();
    if (entry.is_symlink(failed)) {
      if (entry.is_regular_file(failed) && is_inside(path, root_))
        add_file(path);
      else
        found_.links.push_back(path);
    } else if (entry.is_directory(failed)) {
      // What a folder holds that cannot be listed is missed, which must be told.
      if (!add_library(path) && walk(path)) add_file(path);
    } else if (entry.is_regular_file(failed)) {
      add_file(path);
    }
  }

  // False if `folder` is no Calibre library. One is read by its database, which knows what its
  // files are; without it, they lack their tags.
  bool add_library(const std::string& folder) {
    const std::string database = fs::path(folder) / kCalibreDatabase;
    std::error_code failed;
    if (!fs::is_regular_file(database, failed) || !is_calibre_library(database)) return false;
    if (fs::is_symlink(database, failed) && !is_inside(database, root_))
      found_.links.push_back(database);
    else
      add_file(database);
    return true;
  }

  void add_file(const std::string& path) { found_.files.push_back({path, root_}); }

  std::string root_;
  SourceFiles& found_;
};

void append_folder(const std::string& root, SourceFiles& found) {
  const auto files_before = static_cast<std::ptrdiff_t>(found.files.size());
  const auto links_before = static_cast<std::ptrdiff_t>(found.links.size());
  FolderWalk(root, found).walk();
  std::sort(found.files.begin() + files_before, found.files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  std::sort(found.links.begin() + links_before, found.links.end());
}

}  // namespace

SourceFiles list_files(const std::vector<std::string>& sources) {
  SourceFiles found;
  for (const std::string& source : sources) {
    std::error_code error;
    const fs::file_status status = fs::status(source, error);
    if (source == "-" || (!error && !fs::is_directory(status)))
      found.files.push_back({source});
    else if (error)
      throw_io(source, error);
    else
      append_folder(source, found);
  }
  drop_sidecars(found.files);
  return found;
}

}  // namespace ficsearch::ingest
