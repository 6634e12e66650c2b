// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/work_lengths.h"

#include <xapian.h>

namespace ficsearch::snapshot {
namespace {

template <typename Length>
void read_lengths(const Xapian::Database& database, std::vector<Length>& lengths) {
  lengths.resize(std::size_t{database.get_lastdocid()} + 1);
  const Xapian::PostingIterator end = database.postlist_end("");
  for (Xapian::PostingIterator work = database.postlist_begin(""); work != end; ++work)
    lengths[*work] = static_cast<Length>(work.get_doclength());
}

}  // namespace

WorkLengths::WorkLengths(const Xapian::Database& database) {
  if (database.get_doclength_upper_bound() <= UINT16_MAX)
    read_lengths(database, short_);
  else
    read_lengths(database, long_);
}

}  // namespace ficsearch::snapshot
