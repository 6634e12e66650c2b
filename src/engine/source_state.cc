// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/source_state.h"

#include <system_error>

#include "ficsearch/error.h"
#include "ingest/calibre_reader.h"
#include "ingest/text_reader.h"

namespace ficsearch::engine {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

// What SQLite keeps beside a database for those who read it; that changes nothing.
bool is_for_readers_only(const fs::path& path, std::uint64_t bytes) {
  const std::string& name = path.native();
  return name.ends_with("-shm") || (name.ends_with("-wal") && bytes == 0);
}

}  // namespace

SourceState SourceState::of(const std::vector<std::string>& sources, const fs::path& index) {
  SourceState state;
  for (const std::string& source : sources) {
    std::error_code failed;
    const fs::file_status status = fs::status(source, failed);
    if (failed)
      throw Error(ErrorCode::io, "the source cannot be read: " + failed.message(),
                  Place{.file = source});
    if (fs::is_directory(status))
      state.add_folder(source, index);
    else
      state.add_file_and_what_it_needs(source, index);
  }
  return state;
}

void SourceState::add_file(const fs::path& path) {
  std::error_code gone;
  File file;
  file.bytes = fs::file_size(path, gone);
  if (!gone) file.changed = fs::last_write_time(path, gone);
  if (!gone && !is_for_readers_only(path, file.bytes)) files_.emplace(path, file);
}

void SourceState::add_file_and_what_it_needs(const fs::path& path, const fs::path& index) {
  if (path.filename() == ingest::kCalibreDatabase) {
    add_folder(path.has_parent_path() ? path.parent_path() : ".", index);
    return;
  }
  add_file(path);
  if (const auto sidecar = ingest::find_sidecar({path})) add_file(*sidecar);
}

void SourceState::add_folder(const fs::path& folder, const fs::path& index) {
  std::error_code error;
  fs::recursive_directory_iterator entries(folder, error);
  while (!error && entries != fs::recursive_directory_iterator()) {
    std::error_code unknown;
    if (is_hidden(entries->path()) || fs::equivalent(entries->path(), index, unknown))
      entries.disable_recursion_pending();
    else if (!entries->is_directory(unknown))
      add_file(entries->path());
    entries.increment(error);
  }
  if (error)
    throw Error(ErrorCode::io, "the folder cannot be read: " + error.message(),
                Place{.file = folder.string()});
}

}  // namespace ficsearch::engine
