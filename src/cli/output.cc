// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "ficsearch/error.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kBufferBytes = 64 * 1024;

[[noreturn]] void throw_write_error(int error) {
  if (error == EPIPE) throw OutputClosed{};
  throw Error(error == ENOSPC || error == EDQUOT ? ErrorCode::disk_full : ErrorCode::io,
              std::string("cannot write to standard output: ") + std::strerror(error));
}

}  // namespace

void Output::write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::write_line(std::string_view line) {
  buffer_ += line;
  write("\n");
}

void Output::flush() {
  std::size_t done = 0;
  while (done < buffer_.size()) {
    const ssize_t written = ::write(STDOUT_FILENO, buffer_.data() + done, buffer_.size() - done);
    if (written >= 0)
      done += static_cast<std::size_t>(written);
    else if (errno != EINTR)
      throw_write_error(errno);
  }
  buffer_.clear();
}

}  // namespace ficsearch::cli
