// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace ficsearch::test {

// xapian-tcpsrv on an index, on 127.0.0.1 alone, for as long as this object lives.
//
// It has a process group of its own, because it ends by killing its group.
class ShardServer {
 public:
  // Returns when it listens; `port` 0 takes a free one. Throws std::runtime_error if it does not
  // come to that.
  explicit ShardServer(const std::filesystem::path& index, std::uint16_t port = 0);
  ShardServer(const ShardServer&) = delete;
  ShardServer& operator=(const ShardServer&) = delete;
  ~ShardServer() { stop(); }

  std::uint16_t port() const noexcept { return port_; }
  // As a line of a stub file.
  std::string line() const { return "remote 127.0.0.1:" + std::to_string(port_) + "\n"; }
  // Ends it and every connection at once.
  void stop() noexcept;

 private:
  std::uint16_t port_;
  pid_t process_ = -1;
  int output_ = -1;  // stays open: the server ends if nobody can read what it says
};

}  // namespace ficsearch::test
