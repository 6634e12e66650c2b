// SPDX-License-Identifier: GPL-3.0-or-later
// One buffer that grows to the longest line seen. Unread bytes move to its front before each read,
// so a line always stands in one piece with kPadding readable bytes behind it.
#include "ingest/line_reader.h"

#include "base/utf8.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kBlockBytes = 1u << 20;

}  // namespace

LineReader::LineReader(InputFile file, std::size_t max_line_bytes)
    : file_(std::move(file)), max_line_bytes_(max_line_bytes), buffer_(kBlockBytes + kPadding) {
  drop_byte_order_mark();
}

std::optional<Line> LineReader::next() {
  for (std::size_t searched = 0;;) {
    const char* const unread = buffer_.data() + begin_;
    const std::size_t size = end_ - begin_;
    if (const void* found = std::memchr(unread + searched, '\n', size - searched)) {
      const auto bytes = static_cast<std::size_t>(static_cast<const char*>(found) - unread);
      return take(bytes, 1);
    }
    searched = size;
    // One byte more than the limit: the line may end in CR, which does not count.
    if (size > max_line_bytes_ + 1) {
      Line line{
          .text = {}, .number = ++line_number_, .byte_offset = byte_offset_, .oversized = true};
      byte_offset_ += skip_rest_of_line();
      return line;
    }
    if (!fill()) {
      if (size == 0) return std::nullopt;
      return take(size, 0);
    }
  }
}

// The first `bytes` unread bytes as a line; the line break after them is passed over.
Line LineReader::take(std::size_t bytes, std::size_t break_bytes) {
  Line line{.text = std::string_view(buffer_.data() + begin_, bytes),
            .number = ++line_number_,
            .byte_offset = byte_offset_};
  begin_ += bytes + break_bytes;
  byte_offset_ += bytes + break_bytes;
  if (line.text.ends_with('\r')) line.text.remove_suffix(1);
  line.oversized = line.text.size() > max_line_bytes_;
  if (line.oversized) line.text = {};
  return line;
}

// Reads more bytes behind the unread ones. False at the end of the source.
bool LineReader::fill() {
  std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
            buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
  end_ -= begin_;
  begin_ = 0;
  if (end_ + kPadding == buffer_.size()) buffer_.resize(grown(end_) + kPadding);
  const std::size_t count = file_.read(buffer_.data() + end_, buffer_.size() - kPadding - end_);
  end_ += count;
  return count > 0;
}

// Twice the bytes, yet never more than tells that a line is too long: growing from just below the
// limit to twice of it would take three times the limit while the old buffer is copied.
std::size_t LineReader::grown(std::size_t bytes) const {
  const std::size_t enough = max_line_bytes_ + 2;
  return 2 * bytes < max_line_bytes_ ? 2 * bytes : std::max(enough, bytes + 1);
}

void LineReader::drop_byte_order_mark() {
  if (!file_.peek(base::kByteOrderMark.size()).starts_with(base::kByteOrderMark)) return;
  char dropped[base::kByteOrderMark.size()];
  byte_offset_ = file_.read(dropped, sizeof dropped);
}

// Passes over what is left of the line, without keeping it, and returns how many bytes that was.
std::uint64_t LineReader::skip_rest_of_line() {
  std::uint64_t skipped = 0;
  for (;;) {
    const char* const unread = buffer_.data() + begin_;
    if (const void* found = std::memchr(unread, '\n', end_ - begin_)) {
      const auto bytes = static_cast<std::size_t>(static_cast<const char*>(found) - unread) + 1;
      begin_ += bytes;
      return skipped + bytes;
    }
    skipped += end_ - begin_;
    begin_ = end_;
    if (!fill()) return skipped;
  }
}

}  // namespace ficsearch::ingest
