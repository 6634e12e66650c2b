// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/profile.h"

namespace ficsearch::cli {

// What a profile asks for, a line each, as the options that set it: "-x trope:NTR".
std::string profile_text(const Profile& profile);

// "2 included, 300 excluded, max rating teen": all of it in one line.
std::string profile_summary(const Profile& profile);

}  // namespace ficsearch::cli
