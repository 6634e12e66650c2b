// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ficsearch::store {

// The version of the Xapian library that runs, such as "1.4.22".
std::string xapian_version();

}  // namespace ficsearch::store
