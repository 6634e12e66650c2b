// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "ficsearch/tags.h"
#include "search/borne_tags.h"
#include "tags/completer.h"

namespace ficsearch::engine {

// What somebody typed, checked.
struct SuggestionRequest {
  // `prefix` may begin with a facet, as in "character:sa". Throws Error(`invalid_utf8`, `too_long`,
  // `empty_filter`).
  SuggestionRequest(std::string_view prefix, std::size_t most);

  std::optional<Facet> facet;  // nullopt: any
  tags::TypedTag typed;
  std::size_t limit;  // 0: all

 private:
  SuggestionRequest(const FilterItem& item, std::size_t most);
};

// Of the concepts of a dictionary, as Tags::suggest orders them.
std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer);
// Of `borne` alone, whose concepts are of the completer's dictionary.
std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                const std::vector<search::BorneTag>& borne);

}  // namespace ficsearch::engine
