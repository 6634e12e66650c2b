// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "store/reader.h"
#include "text/keys.h"

namespace ficsearch::engine {

// `directory`, if there is an index: a Writer would make one where there is none. Throws Error as
// Index::open does.
inline const std::filesystem::path& existing_index(const std::filesystem::path& directory) {
  store::Reader(directory, text::normalizer_version());
  return directory;
}

}  // namespace ficsearch::engine
