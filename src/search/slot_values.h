// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <set>
#include <string>

#include "ficsearch/facet.h"
#include "store/slots.h"

namespace ficsearch::search {

// The slot in which a work has its value of a facet, for facets of which it has one: rating,
// language and status. nullopt for all others.
std::optional<store::Slot> find_slot(Facet facet) noexcept;

// The written forms that the matches of `query` have in find_slot(facet), which must be one, as
// the registry has them: a work without a rating is "unrated". Any server of Xapian can tell.
// Throws what Xapian throws.
std::set<std::string> values_in_slot(Facet facet, const Xapian::Query& query,
                                     const Xapian::Database& database);

}  // namespace ficsearch::search
