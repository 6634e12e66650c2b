// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/alike_suggestions.h"
#include "engine/suggestion_request.h"
#include "search/borne_meanings.h"
#include "tags/completer.h"

namespace ficsearch::engine {

// The resident twin of visit_alike(): visits the same of what `borne` knows, in the same order.
// The names that have a piece of the text are in an index, so of most names nothing is looked at.
// Where works are filtered, and there are many, it takes a pass over them all the same: how rare a
// piece is depends on which names are left.
void visit_alike_in_snapshot(const SuggestionRequest& request, const tags::Completer& completer,
                             search::BorneMeanings& borne, const Likeness& likeness,
                             const VisitAlike& visit);

}  // namespace ficsearch::engine
