// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ficsearch::text {

// The bytes [begin, end) of a text.
struct ByteRange {
  std::size_t begin;
  std::size_t end;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace ficsearch::text
