// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace ficsearch::store {

// Files that are on the disk when a function returns, not only in its cache. All throw Error: `io`
// and `disk_full`, naming the file.

// Told how many bytes have been read since the last call. What it throws passes through.
using OnBytes = std::function<void(std::uint64_t bytes)>;

// Puts a file there whole, in place of one of that name, or leaves things as they were.
void write_durably(const std::filesystem::path& file, std::string_view content);

// A file's size and the XXH3-128 of its content, as 32 hexadecimal digits.
struct FileDigest {
  std::uint64_t bytes = 0;
  std::string hash;

  friend bool operator==(const FileDigest&, const FileDigest&) = default;
};
FileDigest digest_of(const std::filesystem::path& file, const OnBytes& on_bytes);

// Copies to a file that does not exist yet, and gives the digest of what was read.
FileDigest copy_durably(const std::filesystem::path& from, const std::filesystem::path& to,
                        const OnBytes& on_bytes);

// Makes what was written to a file durable.
void sync_file(const std::filesystem::path& file);

// Makes additions, removals and renames in a directory durable.
void sync_directory(const std::filesystem::path& directory);

// Gives `from` the name `to`, which must not exist, and makes that durable.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);

// Exchanges two directories in one step: at no moment is either name without one.
void exchange_durably(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace ficsearch::store
