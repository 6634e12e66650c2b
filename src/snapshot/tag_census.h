// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/forward_index.h"
#include "snapshot/posting_lists.h"
#include "store/registry_image.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// Compares what was read of the works' tag lists with Xapian's posting lists, which hold the same a
// second time in another table: there are as many lists as works, and each written form is borne by
// as many works here as there. Xapian's tables have no checksums; this is how a damaged tag list is
// noticed before anything is answered from it. Takes half a microsecond a written form.
//
// Throws Error(`index_corrupt`), and what Xapian throws.
void check_tag_lists(const Xapian::Database& database, const store::RegistryImage& image,
                     const ForwardIndex& forward, const PostingLists& postings);

}  // namespace ficsearch::snapshot
