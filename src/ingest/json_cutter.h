// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/input_file.h"

namespace ficsearch::ingest {

// A value of a JSON source, with the place where it begins.
struct JsonPiece {
  std::string_view text;          // empty if `oversized`
  std::size_t line = 0;           // from 1
  std::uint64_t byte_offset = 0;  // in the source
  bool oversized = false;         // longer than the limit; its bytes were passed over
};

// Cuts a source into the items of its array, or into values that follow one another, however long
// the source is: memory is bounded by the longest allowed value. A byte order mark at the start is
// dropped. What is inside a value is not checked.
class JsonCutter {
 public:
  // As many bytes behind JsonPiece::text may be read (their values mean nothing).
  static constexpr std::size_t kPadding = 64;

  JsonCutter(InputFile file, std::size_t max_value_bytes);

  // The next value, valid until the next call; nullopt at the end. Throws Error: `bad_json`, with
  // its place, where the source is neither of the two or is cut off; `io`, `bad_archive`.
  std::optional<JsonPiece> next();

  const InputFile& file() const noexcept { return file_; }

  // How much of the source has been given out, compressed as it is there.
  std::uint64_t bytes_read() const noexcept;

 private:
  enum class Shape { unknown, array, values, finished };

  std::optional<char> look();
  void step();
  void skip_space();
  void find_shape();
  bool enter_next_value();
  JsonPiece cut_value();
  void take_nested();
  void take_scalar();
  void take();
  [[noreturn]] void fail(const std::string& problem) const;

  InputFile file_;
  std::size_t max_value_bytes_;
  std::vector<char> block_;
  std::size_t begin_ = 0;  // unread bytes of the block: [begin_, end_)
  std::size_t end_ = 0;
  std::string value_;
  std::size_t value_bytes_ = 0;  // of the value so far, kept or not
  Shape shape_ = Shape::unknown;
  bool is_first_ = true;
  std::size_t line_ = 1;
  std::uint64_t byte_offset_ = 0;
};

}  // namespace ficsearch::ingest
