// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ficsearch {

// Versions of this program and of what decides its results.
struct VersionInfo {
  std::string ficsearch;
  std::string xapian;
  std::string icu;
  std::string mecab;
  std::string normalizer;  // rules number and tables
  std::string dictionary;  // name and hash of the shipped dictionary
};

VersionInfo version();

}  // namespace ficsearch
