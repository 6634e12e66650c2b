// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ficsearch::store {

// Where one shard is: in a directory of this machine, or behind xapian-tcpsrv.
struct ShardPlace {
  std::filesystem::path directory;  // empty: it is remote
  std::string host;
  std::uint16_t port = 0;

  bool is_remote() const noexcept { return directory.empty(); }
  // A path, or host:port, as messages name it.
  std::string name() const;

  friend bool operator==(const ShardPlace&, const ShardPlace&) = default;
};

// The stub file that `path` is, or that it holds under the name XAPIANDB; nullopt if it is an index
// of its own, or nothing at all.
std::optional<std::filesystem::path> find_stub(const std::filesystem::path& path);

// The shards that a stub file of Xapian lists, a line each: "auto DIRECTORY" or "glass DIRECTORY",
// relative to the file, or "remote HOST:PORT". Empty lines and those with # in front do not count.
// Throws Error: `format_unknown` with the line for anything else, and if no shard is listed; `io`.
std::vector<ShardPlace> read_stub(const std::filesystem::path& stub);

}  // namespace ficsearch::store
