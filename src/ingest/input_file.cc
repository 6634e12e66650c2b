// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "ficsearch/error.h"

namespace ficsearch::ingest {
namespace {

// Peeking doubles what it has read, from this on, so that a large limit costs a small file nothing.
constexpr std::size_t kBlockBytes = 64u << 10;

[[noreturn]] void throw_io(const std::string& what, const std::string& path, int error) {
  throw Error(ErrorCode::io, what + ": " + std::generic_category().message(error),
              Place{.file = path});
}

}  // namespace

InputFile InputFile::open(const std::string& path) {
  if (path == "-") return {STDIN_FILENO, path};
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw_io("the source cannot be opened", path, errno);
  return {descriptor, path};
}

InputFile::InputFile(int descriptor, std::string path)
    : descriptor_(descriptor), path_(std::move(path)) {
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode))
    size_ = static_cast<std::uint64_t>(status.st_size);
}

InputFile::InputFile(InputFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      size_(other.size_),
      peeked_(std::move(other.peeked_)) {}

InputFile::~InputFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::string_view InputFile::peek(std::size_t max_bytes) {
  while (peeked_.size() < max_bytes) {
    const std::size_t old_size = peeked_.size();
    const std::size_t wanted = std::min(max_bytes - old_size, std::max(old_size, kBlockBytes));
    peeked_.resize(old_size + wanted);
    const std::size_t count = read_descriptor(peeked_.data() + old_size, wanted);
    peeked_.resize(old_size + count);
    if (count == 0) break;
  }
  return std::string_view(peeked_).substr(0, max_bytes);
}

std::size_t InputFile::read(char* buffer, std::size_t max_bytes) {
  if (peeked_.empty()) return read_descriptor(buffer, max_bytes);
  const std::size_t count = peeked_.copy(buffer, max_bytes);
  peeked_.erase(0, count);
  return count;
}

std::size_t InputFile::read_descriptor(char* buffer, std::size_t max_bytes) {
  for (;;) {
    const ssize_t count = ::read(descriptor_, buffer, max_bytes);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw_io("the source cannot be read", path_, errno);
  }
}

}  // namespace ficsearch::ingest
