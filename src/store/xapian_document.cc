// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/xapian_document.h"

#include <utility>

namespace ficsearch::store {
namespace {

void add_posting(Xapian::Document& out, const Posting& posting) {
  if (posting.positions.empty()) return out.add_term(posting.term, posting.count);
  // The whole count with the first position: each call looks the term up.
  std::uint32_t count = posting.count;
  for (const std::uint32_t position : posting.positions)
    out.add_posting(posting.term, position, std::exchange(count, 0));
}

}  // namespace

Xapian::Document xapian_document(const Document& document) {
  Xapian::Document out;
  for (const Posting& posting : document.postings) add_posting(out, posting);
  for (const auto& [slot, value] : document.values)
    if (!value.empty()) out.add_value(static_cast<Xapian::valueno>(slot), value);
  out.set_data(document.record);
  return out;
}

}  // namespace ficsearch::store
