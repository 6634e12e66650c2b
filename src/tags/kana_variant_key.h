// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::tags {

// The reading key of a word in katakana, without what writers of loan words do not agree on: a long
// mark for -er or -y at the end of a longer word (プリンター, プリンタ), エイ for エー (フェイス,
// フェース), ヤ for ア after イ and エ (ダイヤ, ダイア), and ディ or ティ for ジ or チ in a longer
// word.
//
// Long marks and small っ go from words with five kana besides (マネージャー, マネジャー). In
// shorter ones they stay, because they tell words apart (レベル, レーベル). Empty if `surface_key`
// is not in katakana alone.
std::string kana_variant_key(std::string_view surface_key);

}  // namespace ficsearch::tags
