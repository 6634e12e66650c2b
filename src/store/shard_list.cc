// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shard_list.h"

#include <charconv>
#include <fstream>
#include <string_view>

#include "ficsearch/error.h"

namespace ficsearch::store {
namespace {

constexpr const char* kStubName = "XAPIANDB";
constexpr const char* kTableOfIndex = "iamglass";

[[noreturn]] void fail(const std::filesystem::path& stub, std::size_t line,
                       const std::string& message) {
  throw Error(ErrorCode::format_unknown, stub.string() + ": " + message,
              Place{.file = stub.string(), .line = line},
              "write a shard a line: auto DIRECTORY, or remote HOST:PORT");
}

std::optional<std::uint16_t> port_in(std::string_view digits) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size() || port == 0)
    return std::nullopt;
  return port;
}

// A shard that is a list of shards in its turn would be read as its first one alone.
ShardPlace local_shard(const std::filesystem::path& stub, std::size_t line, std::string_view path) {
  std::filesystem::path directory = stub.parent_path() / path;
  if (find_stub(directory))
    fail(stub, line, directory.string() + " is no index of its own, but a list or a single file");
  return {std::move(directory), {}, 0};
}

// The host may be an IPv6 address, so the port is behind the last colon.
ShardPlace remote_shard(const std::filesystem::path& stub, std::size_t line,
                        std::string_view address) {
  const std::size_t colon = address.rfind(':');
  const auto port =
      colon == std::string_view::npos ? std::nullopt : port_in(address.substr(colon + 1));
  if (!port || colon == 0)
    fail(stub, line, "\"" + std::string(address) + "\" is no address of a server");
  return {{}, std::string(address.substr(0, colon)), *port};
}

}  // namespace

std::string ShardPlace::name() const {
  return is_remote() ? host + ":" + std::to_string(port) : directory.string();
}

std::optional<std::filesystem::path> find_stub(const std::filesystem::path& path) {
  std::error_code absent;
  if (std::filesystem::is_regular_file(path, absent)) return path;
  const bool is_index = std::filesystem::exists(path / kTableOfIndex, absent);
  if (!is_index && std::filesystem::is_regular_file(path / kStubName, absent))
    return path / kStubName;
  return std::nullopt;
}

std::vector<ShardPlace> read_stub(const std::filesystem::path& stub) {
  std::ifstream in(stub);
  std::vector<ShardPlace> shards;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::size_t space = line.find(' ');
    const std::string_view kind = std::string_view(line).substr(0, space);
    const std::string_view rest =
        space == std::string::npos ? std::string_view() : std::string_view(line).substr(space + 1);
    if ((kind == "auto" || kind == "glass") && !rest.empty())
      shards.push_back(local_shard(stub, number, rest));
    else if (kind == "remote")
      shards.push_back(remote_shard(stub, number, rest));
    else
      fail(stub, number, "line " + std::to_string(number) + " names no shard");
  }
  if (in.bad() || !in.eof())
    throw Error(ErrorCode::io, "cannot read " + stub.string(), Place{.file = stub.string()});
  if (shards.empty()) fail(stub, 1, "it lists no shard");
  return shards;
}

}  // namespace ficsearch::store
