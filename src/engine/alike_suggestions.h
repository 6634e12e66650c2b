// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "engine/suggestion_offer.h"
#include "engine/suggestion_request.h"
#include "ficsearch/tags.h"
#include "tags/completer.h"

namespace ficsearch::engine {

// The suggestions after which nobody needs what is merely alike.
inline constexpr std::size_t kEnough = 5;

// Adds to `all` what is like the text that was typed, until they are kEnough. `least_share`: how
// much a guess must share with the text, from 0 to 1. Concepts that are kept apart from what the
// text fits are no guesses. `find_offers` is called only if the text says enough; of what is
// equally alike its order decides. Costs some microseconds for each offer.
void add_alike(const SuggestionRequest& request, const tags::Completer& completer,
               const std::function<std::vector<Offer>()>& find_offers, double least_share,
               std::vector<Suggestion>& all);

}  // namespace ficsearch::engine
