// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/source_state.h"

#include <system_error>

#include "ingest/open_source.h"

namespace ficsearch::engine {

SourceState SourceState::of(const std::vector<std::string>& sources) {
  SourceState state;
  for (const std::string& path : ingest::list_files(sources)) {
    std::error_code gone;
    File file;
    file.bytes = std::filesystem::file_size(path, gone);
    if (!gone) file.changed = std::filesystem::last_write_time(path, gone);
    if (!gone) state.files_.emplace(path, file);
  }
  return state;
}

}  // namespace ficsearch::engine
