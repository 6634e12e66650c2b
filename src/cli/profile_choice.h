// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "cli/arguments.h"

namespace ficsearch::cli {

// The name that the operand gives; nullopt: --enforced is given in its place. Throws Error(`usage`)
// for neither or both.
std::optional<std::string> profile_name(const Arguments& arguments);

// "profile mine" or "enforced profile", for people.
std::string profile_called(const std::optional<std::string>& name);

}  // namespace ficsearch::cli
