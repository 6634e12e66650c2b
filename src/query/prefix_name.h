// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "query/ast.h"

namespace ficsearch::query {

// What a name before a colon asks for. Names are matched without regard to ASCII case.
struct AnyFacet {};      // tag:
struct CompleteFlag {};  // complete:true
struct SortOrder {};     // sort:
struct ProfileName {};   // profile:
struct SavedFilter {};   // filter_id: and its like, which only other sites have
using PrefixMeaning = std::variant<AnyFacet, Facet, TextField, Field, CompleteFlag, SortOrder,
                                   ProfileName, SavedFilter>;

// `rating` is a Field here, though it is a facet as well.
std::optional<PrefixMeaning> find_prefix(std::string_view name);

// The name that `name` is most likely a slip of; nullopt if it is not near any. One edit (a letter
// added, left out, changed, or two neighbours swapped) for names of four or five letters, two for
// longer ones. For errors only.
std::optional<std::string_view> nearest_prefix(std::string_view name);

}  // namespace ficsearch::query
