// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <cstdlib>

namespace ficsearch::fuzz {

// Ends the program if a property of the input under test does not hold, which a fuzzer takes for a
// crash: it keeps the input. Not an assert, which optimized builds leave out.
inline void expect(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", property);
  std::abort();
}

}  // namespace ficsearch::fuzz
