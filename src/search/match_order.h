// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "ficsearch/search.h"

namespace ficsearch::search {

// Has the matcher order its matches by `keys`, of equals the work added last first. The key maker,
// if there are several fields and one is needed, which remote shards cannot do, is put into `maker`
// and must outlive the match. Throws Error(`bad_value`) for relevance between other keys, which the
// matcher cannot do.
void order_matches(Xapian::Enquire& enquire, const std::vector<SortKey>& keys,
                   std::unique_ptr<Xapian::MultiValueKeyMaker>& maker);

// Whether relevance is one of the keys.
bool is_ranked(const std::vector<SortKey>& keys);

}  // namespace ficsearch::search
