// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace ficsearch::text {

// Columns of IPADIC's features.
inline constexpr std::size_t kPartOfSpeech = 0;
inline constexpr std::size_t kPartOfSpeechDetail = 1;
inline constexpr std::size_t kBaseForm = 6;  // never to be used to join words
inline constexpr std::size_t kReading = 7;
inline constexpr std::size_t kUserMark = 9;  // after IPADIC's last

// The column at `index`; empty if there are not so many, as for unknown words.
constexpr std::string_view feature_column(std::string_view features, std::size_t index) noexcept {
  for (; index > 0; --index) {
    const std::size_t comma = features.find(',');
    if (comma == std::string_view::npos) return {};
    features.remove_prefix(comma + 1);
  }
  return features.substr(0, features.find(','));
}

}  // namespace ficsearch::text
