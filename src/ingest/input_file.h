// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ficsearch::ingest {

// A file, pipe or standard input, read once from front to back.
class InputFile {
 public:
  // Opens `path`; "-" is standard input. Throws Error(`io`).
  static InputFile open(const std::string& path);

  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  const std::string& path() const noexcept { return path_; }

  // The size in bytes of a regular file; 0 for a pipe or device.
  std::uint64_t size() const noexcept { return size_; }

  // The next bytes, fewer than `max_bytes` only at the end; read() gives them again. The view is
  // valid until the next call. Throws Error(`io`).
  std::string_view peek(std::size_t max_bytes);

  // Copies the next bytes, at most `max_bytes`, to `buffer` and returns how many; 0 at the end.
  // Throws Error(`io`).
  std::size_t read(char* buffer, std::size_t max_bytes);

 private:
  InputFile(int descriptor, std::string path);
  std::size_t read_descriptor(char* buffer, std::size_t max_bytes);

  int descriptor_;
  std::string path_;
  std::uint64_t size_ = 0;
  std::string peeked_;
};

}  // namespace ficsearch::ingest
