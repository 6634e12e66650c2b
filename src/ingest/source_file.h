// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ficsearch::ingest {

// A file that is read, and where it was found.
struct SourceFile {
  std::string path;       // "-" is standard input
  std::string root = {};  // the folder in which it was found, as it was given; "" if the file was
                          // given itself

  friend bool operator==(const SourceFile&, const SourceFile&) = default;
};

// What names the work of a file that does not name it: the file's path below the root, else its
// name, without the extension. So two files of one import have two names.
std::string stem_of(const SourceFile& file);

// Whether `path`, all links followed, lies below `folder`. False if it leads nowhere.
bool is_inside(const std::string& path, const std::string& folder);

}  // namespace ficsearch::ingest
