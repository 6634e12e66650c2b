// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/excerpt.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/keys.h"
#include "text/tokenizer.h"

namespace ficsearch::search {
namespace {

using ByteRange = std::pair<std::size_t, std::size_t>;

// Long texts are looked through a window at a time, so that a match near the front costs little.
// Windows overlap by more than any phrase, so that none is missed at a border.
constexpr std::size_t kWindowBytes = 64u << 10;
constexpr std::size_t kOverlapBytes = 4u << 10;

// Letters and digits of scripts that put spaces between words: a match must not begin or end inside
// such a word.
bool continues_word(std::string_view key, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(key[offset]);
  if (byte < 0x80) return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
  const char32_t c = base::next_code_point(key, offset);
  return c < 0x2E80 && c >= 0xC0;
}

bool begins_word(std::string_view key, std::size_t begin) {
  std::size_t before = begin;
  do --before;
  while (before > 0 && (static_cast<unsigned char>(key[before]) & 0xC0) == 0x80);
  return !(continues_word(key, before) && continues_word(key, begin));
}

bool stands_alone(std::string_view key, std::size_t begin, std::size_t end) {
  return (begin == 0 || begins_word(key, begin)) && (end == key.size() || begins_word(key, end));
}

std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<ByteRange> out;
  for (const ByteRange& range : ranges) {
    if (!out.empty() && range.first <= out.back().second)
      out.back().second = std::max(out.back().second, range.second);
    else
      out.push_back(range);
  }
  return out;
}

}  // namespace

Highlighter::Highlighter(const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases)
    if (std::string key = text::fold_key(phrase); !key.empty()) keys_.push_back(std::move(key));
}

std::vector<ByteRange> Highlighter::matches_in(std::string_view text) const {
  if (keys_.empty() || text.empty()) return {};
  const text::MappedKey mapped = text::fold_mapped(text);
  std::vector<ByteRange> ranges;
  for (const std::string& key : keys_)
    for (std::size_t at = mapped.key.find(key); at != std::string::npos;
         at = mapped.key.find(key, at + key.size()))
      if (stands_alone(mapped.key, at, at + key.size()))
        ranges.push_back(text::source_range(mapped, at, at + key.size(), text));
  return merged(std::move(ranges));
}

Highlight Highlighter::whole(std::string_view text) const {
  return {std::string(text), matches_in(text), false, false};
}

Highlight Highlighter::excerpt(std::string_view text, std::size_t length) const {
  std::size_t begin = 0;
  for (std::size_t window = 0; window < text.size(); window += kWindowBytes) {
    const std::size_t from = text::grapheme_floor(text, window);
    const std::size_t to =
        text::grapheme_ceil(text, std::min(text.size(), window + kWindowBytes + kOverlapBytes));
    const std::vector<ByteRange> matches = matches_in(text.substr(from, to - from));
    if (matches.empty()) continue;
    const std::size_t first = from + matches.front().first;
    begin = text::sentence_around(text.substr(from, to - from), first - from).first + from;
    // A sentence longer than the excerpt would push its match out of sight.
    if (first - begin > length / 2) begin = text::grapheme_floor(text, first - length / 4);
    break;
  }
  const std::size_t end =
      text.size() - begin <= length ? text.size() : text::grapheme_floor(text, begin + length);
  const std::string_view cut = text.substr(begin, end - begin);
  return {std::string(cut), matches_in(cut), begin > 0, end < text.size()};
}

}  // namespace ficsearch::search
