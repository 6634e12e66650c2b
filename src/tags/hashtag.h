// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace ficsearch::tags {

// What a hashtag names: `key`, a surface or folded key, without the one # that it begins with.
// nullopt: it begins with none or with two, or nothing follows.
constexpr std::optional<std::string_view> hashtag_name(std::string_view key) noexcept {
  if (key.size() < 2 || key[0] != '#' || key[1] == '#') return std::nullopt;
  return key.substr(1);
}

}  // namespace ficsearch::tags
