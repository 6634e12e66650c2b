// SPDX-License-Identifier: GPL-3.0-or-later
#include <unicode/uversion.h>

#include <catch2/catch.hpp>
#include <string>

#include "text/keys.h"

TEST_CASE("normalizer version: names all that keys and tokens depend on, on one line", "[text]") {
  const std::string version = ficsearch::text::normalizer_version();
  for (const char* part : {"rules=", " icu=", " unicode=", " mecab=", " tables=", " dictionary=",
                           " words=", " edict=", " forms="})
    CHECK(version.find(part) != std::string::npos);
  CHECK(version.find("icu=" U_ICU_VERSION) != std::string::npos);
  CHECK(version.find('\n') == std::string::npos);
  CHECK(version == ficsearch::text::normalizer_version());
}
