// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/slot_values.h"

#include "ficsearch/work.h"

namespace ficsearch::search {
namespace {

std::string written_form(Facet facet, const std::string& value) {
  if (facet != Facet::rating) return value;
  return std::string(to_string(static_cast<Rating>(store::decode_value(Field::rating, value))));
}

}  // namespace

std::optional<store::Slot> find_slot(Facet facet) noexcept {
  if (facet == Facet::rating) return store::Slot::rating;
  if (facet == Facet::language) return store::Slot::language;
  if (facet == Facet::status) return store::Slot::status;
  return std::nullopt;
}

std::set<std::string> values_in_slot(Facet facet, const Xapian::Query& query,
                                     const Xapian::Database& database) {
  Xapian::ValueCountMatchSpy spy(static_cast<Xapian::valueno>(*find_slot(facet)));
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  std::set<std::string> written;
  std::size_t works_with_value = 0;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    written.insert(written_form(facet, *value));
    works_with_value += value.get_termfreq();
  }
  if (facet == Facet::rating && works_with_value < spy.get_total())
    written.insert(std::string(to_string(Rating::unrated)));
  return written;
}

}  // namespace ficsearch::search
