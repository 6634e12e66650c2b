// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/work_ids.h"

#include <xapian.h>

#include <functional>
#include <string>

#include "ficsearch/error.h"
#include "store/slots.h"
#include "store/terms.h"

namespace ficsearch::snapshot {

namespace {

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_corrupt,
              "the index is damaged: its works have other ids than those that they are found by",
              {}, "restore a backup, or import the works into a new index");
}

std::size_t sum_of_id_terms(const Xapian::Database& database) {
  const std::string prefix = store::terms::of_work("");
  std::size_t sum = 0;
  const Xapian::TermIterator end = database.allterms_end(prefix);
  for (Xapian::TermIterator term = database.allterms_begin(prefix); term != end; ++term)
    sum += std::hash<std::string>()(*term);
  return sum;
}

}  // namespace

// An id that a flipped bit made another one would be shown for a work that is left out.
WorkIds::WorkIds(const Xapian::Database& database)
    : begin_(std::size_t{database.get_lastdocid()} + 2) {
  const auto slot = static_cast<Xapian::valueno>(store::Slot::work_id);
  std::size_t next = 0;  // the first document whose beginning is not set
  std::size_t sum = 0;
  Xapian::doccount works = 0;
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  const Xapian::PostingIterator last = database.postlist_end("");
  Xapian::PostingIterator work = database.postlist_begin("");
  for (Xapian::ValueIterator value = database.valuestream_begin(slot); value != end; ++value) {
    if (work == last || *work != value.get_docid()) damaged();  // each has an id, nobody else's
    ++work;
    const std::string id = *value;
    if (text_.size() + id.size() > UINT32_MAX)
      throw Error(ErrorCode::query_limit, "the ids of the works take more than 4 GB", {},
                  "split the archive over several indexes");
    while (next <= value.get_docid()) begin_[next++] = static_cast<std::uint32_t>(text_.size());
    text_ += id;
    sum += std::hash<std::string>()(store::terms::of_work(id));
    ++works;
  }
  while (next < begin_.size()) begin_[next++] = static_cast<std::uint32_t>(text_.size());
  text_.shrink_to_fit();
  if (works != database.get_doccount() || sum != sum_of_id_terms(database)) damaged();
}

}  // namespace ficsearch::snapshot
