// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "ingest/archive_guard.h"
#include "ingest/byte_source.h"

namespace ficsearch::ingest {

// Whether a file that begins so is compressed with gzip, Zstandard or xz.
bool looks_compressed(std::string_view head) noexcept;

// The bytes of a gzip, Zstandard or xz file, of one or several frames, however long.
//
// What is compressed twice is refused, and so is what grows over kMaxRatio times its size once it
// is longer than kRatioFloor: no dump of works does that, a bomb does.
class Decompressor : public ByteSource {
 public:
  static constexpr std::uint64_t kMaxRatio = 200;
  static constexpr std::uint64_t kRatioFloor = 256u << 20;

  explicit Decompressor(std::unique_ptr<ByteSource> compressed);

  std::size_t read(char* buffer, std::size_t max_bytes) override;
  std::uint64_t bytes_taken() const noexcept override { return compressed_->bytes_taken(); }

  // For libarchive: the next compressed bytes.
  std::size_t take(const void** bytes);

 private:
  void open();
  void refuse_bomb() const;

  std::unique_ptr<ByteSource> compressed_;
  std::vector<char> block_;
  std::exception_ptr failure_;  // of the source below, carried past libarchive
  ArchiveHandle archive_;       // null until the first read
  std::uint64_t bytes_given_ = 0;
};

}  // namespace ficsearch::ingest
