// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "engine/suggestion_request.h"
#include "ficsearch/tags.h"
#include "search/borne_meanings.h"
#include "search/borne_tags.h"
#include "tags/completer.h"

namespace ficsearch::engine {

// Of the concepts of a dictionary, as Tags::suggest orders them.
std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer);
// Of `borne` alone, whose concepts are of the completer's dictionary.
std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                const std::vector<search::BorneTag>& borne);
// The same of what `borne` knows; only if little fits is all of it looked at.
std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                search::BorneMeanings& borne);

}  // namespace ficsearch::engine
