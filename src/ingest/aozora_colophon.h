// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ficsearch::ingest {

// When the volunteers released and last corrected a text, in seconds since 1970.
struct AozoraDates {
  std::optional<std::int64_t> released;   // 「1997年11月4日公開」 or 作成
  std::optional<std::int64_t> corrected;  // 「2011年5月21日修正」, the last one
};

// Finds the dates that stand alone on a line of the colophon; others (of the printed source) do not
// count.
AozoraDates find_aozora_dates(const std::vector<std::string_view>& colophon);

}  // namespace ficsearch::ingest
