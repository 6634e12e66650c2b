// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "snapshot/doc_bits.h"

namespace ficsearch::search {

// A set of documents for Xapian's matcher, of no weight: what is ranked is what the set holds. For
// one local database.
class SetSource : public Xapian::PostingSource {
 public:
  // `set` must outlive the match; `count` is its cardinality.
  SetSource(const snapshot::DocBits& set, Xapian::doccount count) : set_(set), count_(count) {}

  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double least_weight) override;
  void skip_to(Xapian::docid document, double least_weight) override;
  bool at_end() const override { return next_ >= set_.limit(); }
  Xapian::docid get_docid() const override { return next_; }
  std::string get_description() const override { return "SetSource"; }

 private:
  const snapshot::DocBits& set_;
  Xapian::doccount count_;
  Xapian::docid next_ = 0;  // 0: before the first
};

}  // namespace ficsearch::search
