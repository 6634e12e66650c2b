// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/work_ids.h"

#include <xapian.h>

#include "ficsearch/error.h"
#include "store/slots.h"

namespace ficsearch::snapshot {

WorkIds::WorkIds(const Xapian::Database& database)
    : begin_(std::size_t{database.get_lastdocid()} + 2) {
  const auto slot = static_cast<Xapian::valueno>(store::Slot::work_id);
  std::size_t next = 0;  // the first document whose beginning is not set
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (Xapian::ValueIterator value = database.valuestream_begin(slot); value != end; ++value) {
    const std::string id = *value;
    if (text_.size() + id.size() > UINT32_MAX)
      throw Error(ErrorCode::query_limit, "the ids of the works take more than 4 GB", {},
                  "split the archive over several indexes");
    while (next <= value.get_docid()) begin_[next++] = static_cast<std::uint32_t>(text_.size());
    text_ += id;
  }
  while (next < begin_.size()) begin_[next++] = static_cast<std::uint32_t>(text_.size());
  text_.shrink_to_fit();
}

}  // namespace ficsearch::snapshot
