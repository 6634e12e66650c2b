// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/deadline.h"

#include "ficsearch/error.h"

namespace ficsearch::search {

void Deadline::throw_timeout() {
  throw Error(ErrorCode::timeout, "the search took longer than it was allowed to", {},
              "ask for less at once (fewer facets, a shorter phrase), or allow more time");
}

}  // namespace ficsearch::search
