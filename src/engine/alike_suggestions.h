// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "engine/suggestion_offer.h"
#include "engine/suggestion_request.h"
#include "ficsearch/tags.h"
#include "tags/completer.h"

namespace ficsearch::engine {

// The suggestions after which nobody needs what is merely alike.
inline constexpr std::size_t kEnough = 5;

// What a name has to be like: at least `least_share`, from 0 to 1, of the weight of the text's
// pieces (tags/alike_names.h) is in it.
struct Likeness {
  std::vector<std::uint64_t> pieces;
  double least_share;
};

// Called with each offer that is alike, the best first, and its name: that of a concept as the
// dictionary writes it, of a spelling none. Gives true when no more are wanted.
using VisitAlike = std::function<bool(const Offer& offer, std::string_view name)>;
using FindAlike = std::function<void(const Likeness& likeness, const VisitAlike& visit)>;

// Adds to `all` what `find` says is like the text that was typed, until they are kEnough. Concepts
// that are kept apart from what the text fits are no guesses. `find` is called only if the text
// says enough.
void add_alike(const SuggestionRequest& request, const tags::Completer& completer,
               double least_share, const FindAlike& find, std::vector<Suggestion>& all);

// Visits what is alike of `offers`, of equals the first. Costs some microseconds for each offer.
void visit_alike(const std::vector<Offer>& offers, const tags::Completer& completer,
                 const search::Deadline& deadline, const Likeness& likeness,
                 const VisitAlike& visit);

}  // namespace ficsearch::engine
