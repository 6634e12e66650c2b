// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/input_file.h"

namespace ficsearch::ingest {

// A line of a source, without its line break (LF or CRLF).
struct Line {
  std::string_view text;          // empty if `oversized`
  std::size_t number = 0;         // from 1
  std::uint64_t byte_offset = 0;  // of the line in the source
  bool oversized = false;         // longer than the limit; its bytes were passed over
};

// Cuts a source into lines, however long the source is: memory is bounded by the longest allowed
// line. A byte order mark at the start is dropped; the last line may lack its line break.
class LineReader {
 public:
  // As many bytes behind Line::text may be read (their values mean nothing), as JSON parsers want.
  static constexpr std::size_t kPadding = 64;

  LineReader(InputFile file, std::size_t max_line_bytes);

  // The next line, valid until the next call; nullopt at the end. Throws Error(`io`).
  std::optional<Line> next();

  const InputFile& file() const noexcept { return file_; }

  // How much of the source has been given out, compressed as it is there.
  std::uint64_t bytes_read() const noexcept {
    return file_.is_compressed() ? file_.bytes_taken() : byte_offset_;
  }

  // Where the next line begins.
  std::uint64_t byte_offset() const noexcept { return byte_offset_; }

 private:
  bool fill();
  std::size_t grown(std::size_t bytes) const;
  Line take(std::size_t bytes, std::size_t break_bytes);
  void drop_byte_order_mark();
  std::uint64_t skip_rest_of_line();

  InputFile file_;
  std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  // unread bytes of the buffer: [begin_, end_)
  std::size_t end_ = 0;
  std::size_t line_number_ = 0;
  std::uint64_t byte_offset_ = 0;
};

}  // namespace ficsearch::ingest
