// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficsearch::text {

// Keys of the normalizer: rules in docs/normalization.md. Input is well-formed UTF-8 (base/utf8.h
// checks it), output is well-formed and NFC. All functions are pure and may run in any number of
// threads at once.

// S, the surface key: equal for texts that differ in width, case, Unicode form and invisible
// characters only.
std::string surface_key(std::string_view utf8);

// F, the folded key of a text: also equal for other kana script, long marks, iteration marks, old
// kanji, separators and decoration. fold_key(surface_key(x)) == fold_key(x). Never empty unless the
// surface key is.
std::string fold_key(std::string_view utf8);

// A stretch of a key and the stretch of the source that it was made from, in bytes.
struct KeyRun {
  std::uint32_t key_begin;
  std::uint32_t key_end;
  std::uint32_t source_begin;
  std::uint32_t source_end;

  friend bool operator==(const KeyRun&, const KeyRun&) = default;
};

// A key with where each byte of it comes from. Runs cover the key, are ordered on both sides and do
// not overlap. A run whose key and source lengths agree and whose bytes are equal maps byte by
// byte; any other maps as a whole.
struct MappedKey {
  std::string key;
  std::vector<KeyRun> runs;
};

MappedKey surface_mapped(std::string_view utf8);
MappedKey fold_mapped(std::string_view utf8);

// The part of `source` that a match of bytes [begin, end) of `mapped.key` highlights: from the
// start of the first to the end of the last overlapped source character, then outward to grapheme
// borders, never over separators. Needs begin < end, both inside the key, and the `source` that
// `mapped` was made of.
std::pair<std::size_t, std::size_t> source_range(const MappedKey& mapped, std::size_t begin,
                                                 std::size_t end, std::string_view source);

// Rules number, ICU, Unicode, MeCab and table versions, as one line of text. Equal versions give
// equal keys and tokens.
std::string normalizer_version();

}  // namespace ficsearch::text
