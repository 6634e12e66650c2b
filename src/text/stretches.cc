// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stretches.h"

#include <unicode/uniset.h>

#include <cstddef>

#include "text/icu_status.h"

namespace ficsearch::text {
namespace {

// The marks after the scripts belong to several scripts or to none in Unicode: the long mark, the
// voicing marks, the vertical iteration marks and the masu mark. 々, 〇 and ゝ are of a script.
const icu::UnicodeSet& cjk_characters() {
  static const icu::UnicodeSet characters = [] {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeSet set(
        icu::UnicodeString(u"[[:sc=Hani:][:sc=Hira:][:sc=Kana:]"
                           u"\\u30FC\\u3099\\u309A\\u309B\\u309C\\u3031-\\u3035\\u303C]"),
        status);
    check_icu(status, "load its script data");
    set.freeze();
    return set;
  }();
  return characters;
}

// How many bytes at the front of `key` are of that kind.
std::size_t span(std::string_view key, USetSpanCondition condition) {
  return static_cast<std::size_t>(
      cjk_characters().spanUTF8(key.data(), static_cast<std::int32_t>(key.size()), condition));
}

}  // namespace

std::vector<Stretch> stretches_of(std::string_view key) {
  std::vector<Stretch> stretches;
  const auto take = [&](StretchKind kind, USetSpanCondition condition, std::size_t begin) {
    const std::size_t end = begin + span(key.substr(begin), condition);
    if (begin < end) stretches.push_back({kind, {begin, end}});
    return end;
  };
  for (std::size_t at = 0; at < key.size();) {
    at = take(StretchKind::other, USET_SPAN_NOT_CONTAINED, at);
    at = take(StretchKind::cjk, USET_SPAN_CONTAINED, at);
  }
  return stretches;
}

bool has_cjk(std::string_view key) {
  return span(key, USET_SPAN_NOT_CONTAINED) < key.size();
}

}  // namespace ficsearch::text
