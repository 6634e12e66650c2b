// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/utypes.h>

#include <new>
#include <string>

#include "ficsearch/error.h"

namespace ficsearch::text {

// Translates a failure of ICU; `doing` completes "ICU cannot ...". Throws Error(`io`), since all
// that fails with well-formed input is the loading of ICU's data, or std::bad_alloc.
inline void check_icu(UErrorCode status, const char* doing) {
  if (U_SUCCESS(status)) return;
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw Error(ErrorCode::io, std::string("ICU cannot ") + doing + " (" + u_errorName(status) + ")",
              {}, "check that ICU's data files are installed and readable");
}

}  // namespace ficsearch::text
