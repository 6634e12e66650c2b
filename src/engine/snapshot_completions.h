// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/suggestion_offer.h"
#include "engine/suggestion_request.h"
#include "search/borne_meanings.h"
#include "tags/completer.h"

namespace ficsearch::engine {

// The first completions of what was typed, as many as the request asks for, sorted; of concepts of
// the completer's dictionary and spellings that `borne` has works of.
//
// The names that begin so are ranges of sorted lists, and of each fit the most borne are counted
// first, until none that is left can be among the first. Names that merely hold what was typed are
// looked for only if those are fewer than the limit.
std::vector<Ranked> snapshot_completions(const SuggestionRequest& request,
                                         const tags::Completer& completer,
                                         search::BorneMeanings& borne);

}  // namespace ficsearch::engine
