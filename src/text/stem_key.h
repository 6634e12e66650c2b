// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ficsearch::text {

// E, the stem key: the folded key with each Latin word in the singular and without possessive 's.
// No further stemming, because a general stemmer joins words such as universe and university.
// Pure; stem_key(stem_key(x)) == stem_key(x). Input is well-formed UTF-8.
std::string stem_key(std::string_view utf8);

}  // namespace ficsearch::text
