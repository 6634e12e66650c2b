// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/suggestion_request.h"

#include <string>

#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::engine {
namespace {

FilterItem checked_item(std::string_view prefix) {
  FilterItem item = parse_filter_item(base::checked_input(prefix, base::kMaxTagBytes));
  if (tags::TypedTag(item.value).is_empty())
    throw Error(ErrorCode::empty_filter,
                "there is nothing to complete in \"" + std::string(prefix) + "\"");
  return item;
}

}  // namespace

SuggestionRequest::SuggestionRequest(std::string_view prefix, std::size_t most)
    : SuggestionRequest(checked_item(prefix), most) {}

SuggestionRequest::SuggestionRequest(const FilterItem& item, std::size_t most)
    : facet(item.facet), typed(item.value), limit(most) {}

}  // namespace ficsearch::engine
