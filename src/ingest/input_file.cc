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
#include "ingest/decompressor.h"

namespace ficsearch::ingest {
namespace {

// Peeking doubles what it has read, from this on, so that a large limit costs a small file nothing.
constexpr std::size_t kBlockBytes = 64u << 10;

[[noreturn]] void throw_io(const std::string& what, const std::string& path, int error) {
  throw Error(ErrorCode::io, what + ": " + std::generic_category().message(error),
              Place{.file = path});
}

class DescriptorSource : public ByteSource {
 public:
  DescriptorSource(int descriptor, std::string path)
      : descriptor_(descriptor), path_(std::move(path)) {}
  DescriptorSource(const DescriptorSource&) = delete;
  DescriptorSource& operator=(const DescriptorSource&) = delete;
  ~DescriptorSource() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* buffer, std::size_t max_bytes) override {
    for (;;) {
      const ssize_t count = ::read(descriptor_, buffer, max_bytes);
      if (count < 0 && errno != EINTR) throw_io("the source cannot be read", path_, errno);
      if (count < 0) continue;
      bytes_taken_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
  }

  std::uint64_t bytes_taken() const noexcept override { return bytes_taken_; }

 private:
  int descriptor_;
  std::string path_;
  std::uint64_t bytes_taken_ = 0;
};

// What was peeked at, and then what comes after it.
class ResumedSource : public ByteSource {
 public:
  ResumedSource(std::string first, std::unique_ptr<ByteSource> rest)
      : first_(std::move(first)), rest_(std::move(rest)) {}

  std::size_t read(char* buffer, std::size_t max_bytes) override {
    if (given_ == first_.size()) return rest_->read(buffer, max_bytes);
    const std::size_t count = first_.copy(buffer, max_bytes, given_);
    given_ += count;
    return count;
  }

  std::uint64_t bytes_taken() const noexcept override { return rest_->bytes_taken(); }

 private:
  std::string first_;
  std::size_t given_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

std::uint64_t size_of(int descriptor) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::uint64_t>(status.st_size);
}

}  // namespace

InputFile InputFile::open(const SourceFile& source) {
  const std::string& path = source.path;
  int descriptor = STDIN_FILENO;
  if (path != "-") descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw_io("the source cannot be opened", path, errno);
  return {std::make_unique<DescriptorSource>(descriptor, path), source, size_of(descriptor)};
}

InputFile::InputFile(std::unique_ptr<ByteSource> source, SourceFile file, std::uint64_t size)
    : source_(std::move(source)), source_file_(std::move(file)), size_(size) {}

void InputFile::decompress() {
  auto compressed = std::make_unique<ResumedSource>(std::exchange(peeked_, {}), std::move(source_));
  source_ = std::make_unique<Decompressor>(std::move(compressed));
  is_compressed_ = true;
}

std::string_view InputFile::peek(std::size_t max_bytes) {
  while (peeked_.size() < max_bytes) {
    const std::size_t old_size = peeked_.size();
    const std::size_t wanted = std::min(max_bytes - old_size, std::max(old_size, kBlockBytes));
    peeked_.resize(old_size + wanted);
    const std::size_t count = source_->read(peeked_.data() + old_size, wanted);
    peeked_.resize(old_size + count);
    if (count == 0) break;
  }
  return std::string_view(peeked_).substr(0, max_bytes);
}

std::size_t InputFile::read(char* buffer, std::size_t max_bytes) {
  if (peeked_.empty()) return source_->read(buffer, max_bytes);
  const std::size_t count = peeked_.copy(buffer, max_bytes);
  peeked_.erase(0, count);
  return count;
}

}  // namespace ficsearch::ingest
