// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ficsearch::text {

// Versions of the libraries that run, such as "72.1" and "0.996".
std::string icu_version();
std::string mecab_version();

}  // namespace ficsearch::text
