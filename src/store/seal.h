// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/durable_files.h"

namespace ficsearch::store {

// What an index directory held when it was sealed: every file with its size and checksum. Xapian's
// tables have none of their own, so only a sealed index can be told to be whole to the last bit. It
// stands beside them in the file kSealFile (docs/format.md); a Writer removes it before its first
// change.
struct Seal {
  std::string uuid;
  std::uint64_t revision = 0;
  std::uint64_t works = 0;
  std::string normalizer;
  std::vector<std::pair<std::string, FileDigest>> files;  // by name, sorted

  friend bool operator==(const Seal&, const Seal&) = default;
};

inline constexpr const char* kSealFile = "ficsearch.seal";

// One text ends in a checksum of itself.
std::string to_text(const Seal& seal);
// Throws Error(`index_corrupt`) for anything that to_text did not make.
Seal parse_seal(std::string_view text);

// The files of an index that a seal or a backup has: all but the lock and the seal. Throws
// Error(`io`).
std::vector<std::string> files_of_index(const std::filesystem::path& directory);
std::uint64_t bytes_of_index(const std::filesystem::path& directory);

// Makes all files of an index durable that no other process changes. Xapian does not tell whether
// it could when it compacts. Throws Error: `io`, `disk_full`.
void sync_files_of_index(const std::filesystem::path& directory);

// Reads every file, and writes the seal. Needs the writer's lock (writer_lock.h). Throws Error:
// `no_index`, `index_corrupt`, `io`, `disk_full`.
Seal write_seal(const std::filesystem::path& directory, const OnBytes& on_bytes);

// nullopt: the index is not sealed. Throws Error: `index_corrupt`, `io`.
std::optional<Seal> find_seal(const std::filesystem::path& directory);

// What differs from the seal, a sentence each; nothing if every bit is as it was.
std::vector<std::string> differences_from(const Seal& seal, const std::filesystem::path& directory,
                                          const OnBytes& on_bytes);

// Takes the seal away, durably, if there is one. Throws Error(`io`).
void remove_seal(const std::filesystem::path& directory);

}  // namespace ficsearch::store
