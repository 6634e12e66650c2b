// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/byte_source.h"
#include "ingest/source_file.h"

namespace ficsearch::ingest {

// A file, pipe or standard input, read once from front to back.
class InputFile {
 public:
  // Opens a file; "-" is standard input. Throws Error(`io`).
  static InputFile open(const std::string& path) { return open(SourceFile{path}); }
  static InputFile open(const SourceFile& source);

  InputFile(InputFile&& other) noexcept = default;
  InputFile& operator=(InputFile&&) = delete;

  const SourceFile& source() const noexcept { return source_file_; }
  const std::string& path() const noexcept { return source_file_.path; }

  // The size in bytes of a regular file, compressed as it is; 0 for a pipe or device.
  std::uint64_t size() const noexcept { return size_; }

  // From here on, gives the bytes that the file is made from (decompressor.h). To be called before
  // anything is read.
  void decompress();
  bool is_compressed() const noexcept { return is_compressed_; }

  // How many of the size() bytes have been taken from the disk; the reader may not have asked for
  // all of them yet.
  std::uint64_t bytes_taken() const noexcept { return source_->bytes_taken(); }

  // The next bytes, fewer than `max_bytes` only at the end; read() gives them again. The view is
  // valid until the next call. Throws Error: `io`, `bad_archive`.
  std::string_view peek(std::size_t max_bytes);

  // Copies the next bytes, at most `max_bytes`, to `buffer` and returns how many; 0 at the end.
  // Throws Error: `io`, `bad_archive`.
  std::size_t read(char* buffer, std::size_t max_bytes);

 private:
  InputFile(std::unique_ptr<ByteSource> source, SourceFile file, std::uint64_t size);

  std::unique_ptr<ByteSource> source_;
  SourceFile source_file_;
  std::uint64_t size_ = 0;
  bool is_compressed_ = false;
  std::string peeked_;
};

}  // namespace ficsearch::ingest
