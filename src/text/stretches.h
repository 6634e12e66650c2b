// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/byte_range.h"

namespace ficsearch::text {

enum class StretchKind : std::uint8_t {
  cjk,   // kanji of every plane, kana, and their long, iteration and voicing marks
  other  // everything else
};

// A longest part of a text whose characters are all of one kind.
struct Stretch {
  StretchKind kind;
  ByteRange bytes;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// The stretches of `key`, in order and without gaps. For keys (text/keys.h) only: of
// the compatibility forms that they have folded, not every one would be recognized.
std::vector<Stretch> stretches_of(std::string_view key);

bool has_cjk(std::string_view key);

}  // namespace ficsearch::text
