// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "ficsearch/profile.h"

namespace ficsearch::store {

// The stored form of a profile: a version byte, its fields in the order of their declaration, and
// XXH3-64 over all of it. docs/format.md has the layout.
std::string encode_profile(const Profile& profile);

// The profile that encode_profile was given. `name` is for messages. Throws Error: `index_corrupt`
// if the checksum or layout is wrong, `format_unknown` for another version. A profile that cannot
// be read is never an empty one.
Profile decode_profile(std::string_view record, std::string_view name);

}  // namespace ficsearch::store
