// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/set_source.h"

#include <algorithm>

namespace ficsearch::search {

void SetSource::init(const Xapian::Database&) {
  next_ = 0;
  set_maxweight(0);
}

void SetSource::next(double) {
  next_ = set_.next_from(next_ + 1);
}

void SetSource::skip_to(Xapian::docid document, double) {
  next_ = set_.next_from(std::max(document, next_));
}

}  // namespace ficsearch::search
