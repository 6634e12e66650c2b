// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/suggestion_request.h"

#include <string>

#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::engine {
namespace {

FilterItem item_of(std::string_view prefix) {
  return parse_filter_item(base::checked_input(prefix, base::kMaxTagBytes));
}

}  // namespace

SuggestionRequest::SuggestionRequest(std::string_view prefix, std::size_t most)
    : SuggestionRequest(item_of(prefix), most) {
  if (typed.is_empty())
    throw Error(ErrorCode::empty_filter,
                "there is nothing to complete in \"" + std::string(prefix) + "\"");
}

SuggestionRequest::SuggestionRequest(const FilterItem& item, std::size_t most)
    : facet(item.facet), typed(item.value), limit(most) {}

}  // namespace ficsearch::engine
