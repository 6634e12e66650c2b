// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tracked_text.h"

#include <algorithm>
#include <cstddef>

#include "base/utf8.h"

namespace ficsearch::text {
namespace {

std::uint32_t offset32(std::size_t offset) noexcept {
  return static_cast<std::uint32_t>(offset);
}

bool is_verbatim(const KeyRun& run, std::string_view key, std::string_view source) noexcept {
  return key.substr(run.key_begin, run.key_end - run.key_begin) ==
         source.substr(run.source_begin, run.source_end - run.source_begin);
}

}  // namespace

TrackedText track(std::string_view utf8) {
  TrackedText text;
  text.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    const std::size_t begin = offset;
    const char32_t c = base::next_code_point(utf8, offset);
    text.push_back({c, offset32(begin), offset32(offset)});
  }
  return text;
}

std::string to_utf8(const TrackedText& text) {
  std::string utf8;
  utf8.reserve(text.size() * 3);
  for (const TrackedChar& c : text) base::append_code_point(utf8, c.code_point);
  return utf8;
}

MappedKey to_mapped_key(const TrackedText& text, std::string_view source) {
  MappedKey mapped;
  mapped.key.reserve(text.size() * 3);
  bool last_is_verbatim = false;
  for (const TrackedChar& c : text) {
    const std::uint32_t key_begin = offset32(mapped.key.size());
    base::append_code_point(mapped.key, c.code_point);
    const KeyRun run{key_begin, offset32(mapped.key.size()), c.begin, c.end};
    KeyRun* const last = mapped.runs.empty() ? nullptr : &mapped.runs.back();
    if (last && last->source_end > c.begin) {  // one more of an expansion
      last->key_end = run.key_end;
      last->source_end = std::max(last->source_end, c.end);
      last_is_verbatim = false;
      continue;
    }
    const bool verbatim = is_verbatim(run, mapped.key, source);
    if (last && verbatim && last_is_verbatim && last->source_end == c.begin) {
      last->key_end = run.key_end;
      last->source_end = c.end;
    } else {
      mapped.runs.push_back(run);
      last_is_verbatim = verbatim;
    }
  }
  return mapped;
}

bool same_spelling(const TrackedText& a, const TrackedText& b) noexcept {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const TrackedChar& x, const TrackedChar& y) { return x.code_point == y.code_point; });
}

}  // namespace ficsearch::text
