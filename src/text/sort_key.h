// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::text {

// A key that sorts `utf8` as ICU's root collation does, ties by code point. Bytes compare with
// memcmp. Throws Error(`io`) if ICU's data cannot be loaded.
std::string sort_key(std::string_view utf8);

}  // namespace ficsearch::text
