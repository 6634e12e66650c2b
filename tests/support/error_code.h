// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch.hpp>

#include "ficsearch/error.h"

namespace ficsearch::test {

// The code of the Error that `action` throws. The test fails if it throws none.
template <typename Action>
ErrorCode code_of(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    UNSCOPED_INFO(error.what());
    return error.code();
  }
  FAIL("nothing was thrown");
  return {};
}

}  // namespace ficsearch::test
