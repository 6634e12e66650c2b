// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "query/excluded_concepts.h"
#include "search/deadline.h"
#include "tags/typed_tag.h"

namespace ficsearch::engine {

// What somebody typed, checked.
struct SuggestionRequest {
  // `prefix` may begin with a facet, as in "character:sa". Throws Error(`invalid_utf8`, `too_long`,
  // `empty_filter`).
  SuggestionRequest(std::string_view prefix, std::size_t most);

  std::optional<Facet> facet;  // nullopt: any
  tags::TypedTag typed;
  std::size_t limit;                                  // 0: all
  const query::ExcludedConcepts* excluded = nullptr;  // if not null: named nowhere
  search::Deadline deadline;

 private:
  SuggestionRequest(const FilterItem& item, std::size_t most);
};

}  // namespace ficsearch::engine
