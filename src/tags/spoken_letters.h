// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// A surface key with the names that Japanese has from English for its Latin letters and digits:
// クリッター3 is クリッタースリー, bgm is ビージーエム, バッジ373 バッジスリーセブンスリー. In
// katakana where they were. Empty if there are none, or more than four in a row: those are words.
std::string with_spoken_letters(std::string_view surface_key);

}  // namespace ficsearch::tags
