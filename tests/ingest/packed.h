// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficsearch::test {

enum class Packing { gzip, zstd, xz };

// `bytes` as a compressed file.
std::string packed(std::string_view bytes, Packing packing);

// A ZIP archive of members, each a name and its bytes.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& members);

}  // namespace ficsearch::test
