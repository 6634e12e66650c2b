// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "ficsearch/work.h"
#include "query/plan.h"

namespace ficsearch::query {

// The limits of a search or profile that are no tags of a list.

// Works up to `limit`; unrated ones stand outside the order. Throws Error(`bad_value`) for unrated.
PlanNode rating_limit(Rating limit);
// Works in one of `languages`, of which there is at least one. Throws what a tag throws.
PlanNode one_of_languages(const std::vector<std::string>& languages);

// "max_rating teen", "languages en, ja"
std::string rating_input(Rating limit);
std::string languages_input(const std::vector<std::string>& languages);

}  // namespace ficsearch::query
