// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/lossy_key.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "text/icu_status.h"
#include "text/kana.h"
#include "text/keys.h"
#include "text/nfc.h"
#include "text/romaji.h"

namespace ficsearch::text {
namespace {

constexpr int kMaxRounds = 4;

// ō as o; all else stays.
char32_t without_macron(char32_t c) {
  constexpr std::u32string_view kLong = U"āīūēō";
  constexpr std::u32string_view kShort = U"aiueo";
  const std::size_t i = kLong.find(c);
  return i == std::u32string_view::npos ? c : kShort[i];
}

bool has_kana(std::string_view utf8) noexcept {
  for (std::size_t offset = 0; offset < utf8.size();)
    if (is_kana_letter(base::next_code_point(utf8, offset))) return true;
  return false;
}

std::string without_length(std::string_view key) {
  std::string without;
  char32_t left = U' ';
  for (std::size_t offset = 0; offset < key.size();) {
    const char32_t c = without_macron(base::next_code_point(key, offset));
    if (c == U' ' || c == kLongMark || (c == U'い' && vowel_of(left) == 'e')) continue;
    base::append_code_point(without, c);
    left = c;
  }
  return without;
}

// A mark may have come to stand behind a letter that it composes with.
std::string composed(std::string_view utf8) {
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  UErrorCode status = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())),
                      sink, nullptr, status);
  check_icu(status, "compose a text");
  return composed;
}

}  // namespace

std::string lossy_key(std::string_view key) {
  std::string lossy(key);
  for (int round = 0; round < kMaxRounds; ++round) {
    std::string next = composed(without_length(lossy));
    if (next == lossy) break;
    lossy = std::move(next);
  }
  return lossy;
}

std::vector<std::string> lossy_keys(std::string_view typed) {
  std::vector<std::string> keys;
  const std::string folded = fold_key(typed);
  if (!has_kana(folded)) keys.push_back(lossy_key(folded));
  for (const std::string& reading : romaji_candidates(typed)) keys.push_back(lossy_key(reading));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace ficsearch::text
