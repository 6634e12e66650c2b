// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "store/slots.h"

namespace ficsearch::snapshot {

// Calls visit(document number, tags) for every work that bears tags, ascending. Throws
// Error(`index_corrupt`), and what Xapian throws.
template <typename Visit>
void for_each_tag_list(const Xapian::Database& database, Visit&& visit) {
  const auto slot = static_cast<Xapian::valueno>(store::Slot::tags);
  std::vector<store::PlacedTag> tags;
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (Xapian::ValueIterator value = database.valuestream_begin(slot); value != end; ++value) {
    store::decode_tags(*value, tags);
    visit(static_cast<std::uint32_t>(value.get_docid()), tags);
  }
}

}  // namespace ficsearch::snapshot
