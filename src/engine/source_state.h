// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace ficsearch::engine {

// Which files sources hold, and by what a change of one shows: size and time of last change. All
// files of a folder count, as works have parts that are no sources themselves: descriptions of
// texts, the books of a Calibre library and the journal of its database. To ask for it now and then
// works on every file system, network ones too.
class SourceState {
 public:
  // As it is now, without the index should that be among them. A file that goes away meanwhile is
  // left out. Throws Error(`io`) for a source that does not exist.
  static SourceState of(const std::vector<std::string>& sources,
                        const std::filesystem::path& index);

  friend bool operator==(const SourceState&, const SourceState&) = default;

 private:
  struct File {
    std::uint64_t bytes = 0;
    std::filesystem::file_time_type changed;

    friend bool operator==(const File&, const File&) = default;
  };

  void add_file(const std::filesystem::path& path);
  void add_file_and_what_it_needs(const std::filesystem::path& path,
                                  const std::filesystem::path& index);
  void add_folder(const std::filesystem::path& folder, const std::filesystem::path& index);

  std::map<std::string, File> files_;  // by path
};

}  // namespace ficsearch::engine
