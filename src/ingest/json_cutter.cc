// SPDX-License-Identifier: GPL-3.0-or-later
// Only brackets and strings are followed: that is enough to know where a value ends, and it costs
// a fraction of parsing. Broken JSON inside brackets that match is left to the parser of records.
#include "ingest/json_cutter.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kBlockBytes = 1u << 20;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool ends_scalar(char c) {
  return is_space(c) || c == ',' || c == ']' || c == '}' || c == '[' || c == '{';
}

}  // namespace

JsonCutter::JsonCutter(InputFile file, std::size_t max_value_bytes)
    : file_(std::move(file)), max_value_bytes_(max_value_bytes), block_(kBlockBytes) {}

std::uint64_t JsonCutter::bytes_read() const noexcept {
  return file_.is_compressed() ? file_.bytes_taken() : byte_offset_;
}

std::optional<JsonPiece> JsonCutter::next() {
  if (shape_ == Shape::unknown) find_shape();
  if (shape_ == Shape::finished || !enter_next_value()) return std::nullopt;
  return cut_value();
}

// The next byte; nullopt at the end of the source.
std::optional<char> JsonCutter::look() {
  if (begin_ == end_) {
    begin_ = 0;
    end_ = file_.read(block_.data(), block_.size());
    if (end_ == 0) return std::nullopt;
  }
  return block_[begin_];
}

void JsonCutter::step() {
  if (block_[begin_] == '\n') ++line_;
  ++begin_;
  ++byte_offset_;
}

void JsonCutter::skip_space() {
  for (auto c = look(); c && is_space(*c); c = look()) step();
}

void JsonCutter::find_shape() {
  if (file_.peek(base::kByteOrderMark.size()).starts_with(base::kByteOrderMark))
    for (std::size_t i = 0; i < base::kByteOrderMark.size() && look(); ++i) step();
  skip_space();
  const auto c = look();
  shape_ = c == '[' ? Shape::array : Shape::values;
  if (c == '[') step();
}

// Goes to the start of the next value. False if there is none.
bool JsonCutter::enter_next_value() {
  skip_space();
  if (shape_ == Shape::values) return look().has_value();
  if (look() == ']') {
    step();
    skip_space();
    if (look()) fail("something follows the array");
    shape_ = Shape::finished;
    return false;
  }
  if (!is_first_) {
    if (look() != ',') fail(look() ? "a comma is missing between records" : "the array is cut off");
    step();
    skip_space();
  }
  is_first_ = false;
  if (!look()) fail("the array is cut off");
  return true;
}

JsonPiece JsonCutter::cut_value() {
  JsonPiece piece{.text = {}, .line = line_, .byte_offset = byte_offset_};
  value_.clear();
  value_bytes_ = 0;
  if (look() == '{' || look() == '[')
    take_nested();
  else
    take_scalar();
  piece.oversized = value_bytes_ > max_value_bytes_;
  if (piece.oversized) return piece;
  const std::size_t size = value_.size();
  value_.append(kPadding, ' ');
  piece.text = std::string_view(value_).substr(0, size);
  return piece;
}

// To the bracket that closes the one that comes next.
void JsonCutter::take_nested() {
  const std::size_t first_line = line_;
  std::size_t depth = 0;
  bool in_string = false;
  bool escaped = false;
  for (auto c = look(); c; c = look()) {
    take();
    if (escaped)
      escaped = false;
    else if (in_string && *c == '\\')
      escaped = true;
    else if (*c == '"')
      in_string = !in_string;
    else if (!in_string && (*c == '{' || *c == '['))
      ++depth;
    else if (!in_string && (*c == '}' || *c == ']') && --depth == 0)
      return;
  }
  fail("the record that begins on line " + std::to_string(first_line) + " is cut off");
}

// What is no object and no array is no record either; it is cut so that it can be shown.
void JsonCutter::take_scalar() {
  if (look() == '"') {
    bool escaped = false;
    take();
    for (auto c = look(); c; c = look()) {
      take();
      if (*c == '"' && !escaped) return;
      escaped = *c == '\\' && !escaped;
    }
    fail("a string is cut off");
  }
  for (auto c = look(); c && !ends_scalar(*c); c = look()) take();
  if (value_bytes_ == 0) fail("a record is missing");
}

void JsonCutter::take() {
  if (value_bytes_ <= max_value_bytes_) value_ += block_[begin_];
  ++value_bytes_;
  step();
}

void JsonCutter::fail(const std::string& problem) const {
  throw Error(ErrorCode::bad_json, problem,
              Place{.file = file_.path(),
                    .line = line_,
                    .byte_offset = static_cast<std::size_t>(byte_offset_)},
              "what came before it was read");
}

}  // namespace ficsearch::ingest
