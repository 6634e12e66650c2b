// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>

#include "base/utf8.h"
#include "text/borders.h"
#include "text/char_class.h"
#include "text/keys.h"

namespace ficsearch::text {
namespace {

bool is_verbatim(const KeyRun& run, std::string_view key, std::string_view source) noexcept {
  return key.substr(run.key_begin, run.key_end - run.key_begin) ==
         source.substr(run.source_begin, run.source_end - run.source_begin);
}

bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t code_point_floor(std::string_view utf8, std::size_t offset) noexcept {
  while (offset > 0 && offset < utf8.size() && is_continuation(utf8[offset])) --offset;
  return offset;
}

std::size_t code_point_ceil(std::string_view utf8, std::size_t offset) noexcept {
  while (offset < utf8.size() && is_continuation(utf8[offset])) ++offset;
  return offset;
}

bool is_separator_at(std::string_view utf8, std::size_t offset) noexcept {
  return (classes_of(base::next_code_point(utf8, offset)) & kPunctuation) != 0;
}

// Back to the start of the grapheme cluster, but not over a separator.
std::size_t widened_begin(std::string_view source, std::size_t begin) {
  const std::size_t border = grapheme_floor(source, begin);
  while (begin > border) {
    const std::size_t previous = code_point_floor(source, begin - 1);
    if (is_separator_at(source, previous)) break;
    begin = previous;
  }
  return begin;
}

std::size_t widened_end(std::string_view source, std::size_t end) {
  const std::size_t border = grapheme_ceil(source, end);
  while (end < border && !is_separator_at(source, end)) base::next_code_point(source, end);
  return end;
}

}  // namespace

std::pair<std::size_t, std::size_t> source_range(const MappedKey& mapped, std::size_t begin,
                                                 std::size_t end, std::string_view source) {
  assert(begin < end && end <= mapped.key.size());
  const auto ends_before = [](const KeyRun& run, std::size_t offset) {
    return run.key_end <= offset;
  };
  const auto first = std::lower_bound(mapped.runs.begin(), mapped.runs.end(), begin, ends_before);
  const auto last = std::lower_bound(first, mapped.runs.end(), end - 1, ends_before);
  assert(last != mapped.runs.end());

  std::size_t source_begin = first->source_begin;
  if (is_verbatim(*first, mapped.key, source))
    source_begin = code_point_floor(source, source_begin + (begin - first->key_begin));
  std::size_t source_end = last->source_end;
  if (is_verbatim(*last, mapped.key, source))
    source_end = code_point_ceil(source, last->source_begin + (end - last->key_begin));
  return {widened_begin(source, source_begin), widened_end(source, source_end)};
}

}  // namespace ficsearch::text
