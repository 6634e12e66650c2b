// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "fuzz/expect.h"

namespace ficsearch::fuzz {

// The database of a library that holds `bytes` as long as it lives, in a folder of its own: SQLite
// opens no file that has no name.
class LibraryFile {
 public:
  explicit LibraryFile(std::string_view bytes)
      : folder_(std::filesystem::temp_directory_path() /
                ("ficsearch-fuzz-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream out(path(), std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    expect(out.flush().good(), "the file takes the bytes");
  }
  ~LibraryFile() {
    std::error_code failed;  // what stays is written over by the next one
    std::filesystem::remove_all(folder_, failed);
  }
  LibraryFile(const LibraryFile&) = delete;
  LibraryFile& operator=(const LibraryFile&) = delete;

  std::string path() const { return folder_ / "metadata.db"; }

 private:
  std::filesystem::path folder_;
};

}  // namespace ficsearch::fuzz
