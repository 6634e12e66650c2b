// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "snapshot/forward_index.h"
#include "store/registry_image.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// Compares what was read of the works' tag lists with Xapian's posting lists, which hold the same a
// second time in another table: there are as many lists as works, and each written form of the
// registry is borne by as many works here as there. Xapian's tables have no checksums; this is how
// a damaged tag list is noticed before anything is answered from it. Takes a third of a microsecond
// a written form.
//
// `works_of_forms`: by TagId, how many works bear it by the lists. Throws Error(`index_corrupt`),
// and what Xapian throws.
void check_tag_lists(const Xapian::Database& database, const store::RegistryImage& image,
                     const ForwardIndex& forward, const std::vector<std::uint32_t>& works_of_forms);

}  // namespace ficsearch::snapshot
