// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace ficsearch::test {

// While one lives, what this thread allocates is no leak. For calls into a library that leaks by
// itself and cannot be called otherwise; say which at the place.
class ForeignLeaks {
 public:
#ifdef __SANITIZE_ADDRESS__
  ForeignLeaks() {
    __lsan_disable();
  }
  ~ForeignLeaks() {
    __lsan_enable();
  }
#else
  ForeignLeaks() {}
  ~ForeignLeaks() {}
#endif
  ForeignLeaks(const ForeignLeaks&) = delete;
  ForeignLeaks& operator=(const ForeignLeaks&) = delete;
};

}  // namespace ficsearch::test
