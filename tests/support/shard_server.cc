// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shard_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace ficsearch::test {
namespace {

// Another program may take it before the server does; then the server says so and ends.
std::uint16_t free_port() {
  const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = ::bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  ::close(listener);
  if (!bound) throw std::runtime_error("there is no free port");
  return ntohs(address.sin_port);
}

[[noreturn]] void become_server(int output, const std::string& port, const std::string& index) {
  ::setsid();
  ::dup2(output, STDOUT_FILENO);
  ::execlp("xapian-tcpsrv", "xapian-tcpsrv", "--interface", "127.0.0.1", "--port", port.c_str(),
           index.c_str(), static_cast<char*>(nullptr));
  ::_exit(127);
}

bool says_that_it_listens(int output) {
  std::string said;
  char next = 0;
  while (said.find("Listening") == std::string::npos && ::read(output, &next, 1) == 1)
    said.push_back(next);
  return said.find("Listening") != std::string::npos;
}

}  // namespace

ShardServer::ShardServer(const std::filesystem::path& index, std::uint16_t port)
    : port_(port != 0 ? port : free_port()) {
  int output[2];
  if (::pipe2(output, O_CLOEXEC) != 0) throw std::runtime_error("there is no pipe");
  const std::string port_text = std::to_string(port_);
  process_ = ::fork();
  if (process_ == 0) become_server(output[1], port_text, index.string());
  ::close(output[1]);
  output_ = output[0];
  if (process_ > 0 && says_that_it_listens(output_)) return;
  stop();
  throw std::runtime_error("xapian-tcpsrv does not start: install xapian-tools");
}

void ShardServer::stop() noexcept {
  if (output_ >= 0) ::close(std::exchange(output_, -1));
  const pid_t process = std::exchange(process_, -1);
  if (process <= 0) return;
  ::kill(-process, SIGKILL);
  ::kill(process, SIGKILL);  // if it has no group of its own yet
  ::waitpid(process, nullptr, 0);
}

}  // namespace ficsearch::test
