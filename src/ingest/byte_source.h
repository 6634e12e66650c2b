// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace ficsearch::ingest {

// Where the bytes of a source come from: a descriptor, or a decompressor over another source.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Copies the next bytes, at most `max_bytes`, to `buffer` and returns how many; 0 at the end.
  // Throws Error: `io`, `bad_archive`.
  virtual std::size_t read(char* buffer, std::size_t max_bytes) = 0;

  // How many bytes have been taken from the disk or pipe, compressed as they are there.
  virtual std::uint64_t bytes_taken() const noexcept = 0;
};

}  // namespace ficsearch::ingest
