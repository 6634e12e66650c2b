// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ficsearch {
class Index;
}

namespace ficsearch::test {

// The replies to random requests, always the same ones, but for what tells two indexes of the same
// works apart. A request that is refused gives its error.
std::string seen_in(Index& index);

}  // namespace ficsearch::test
