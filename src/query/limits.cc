// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/limits.h"

#include <cstdint>
#include <set>

#include "ficsearch/error.h"
#include "query/tag_meaning.h"

namespace ficsearch::query {

PlanNode rating_limit(Rating limit) {
  if (limit == Rating::unrated)
    throw Error(ErrorCode::bad_value,
                "max_rating cannot be unrated, which has no place in the order", Place{},
                "ratings in order: general, teen, mature, explicit");
  return {ValueRange{Field::rating, static_cast<std::int64_t>(Rating::general),
                     static_cast<std::int64_t>(limit)}};
}

PlanNode one_of_languages(const std::vector<std::string>& languages) {
  std::set<std::string> keys;
  for (const std::string& language : languages) keys.insert(checked_fold_key(language, language));
  return {TagSet{Facet::language, {}, {keys.begin(), keys.end()}}};
}

std::string rating_input(Rating limit) {
  return "max_rating " + std::string(to_string(limit));
}

std::string languages_input(const std::vector<std::string>& languages) {
  std::string input = "languages";
  for (const std::string& language : languages)
    input += (&language == &languages.front() ? " " : ", ") + language;
  return input;
}

}  // namespace ficsearch::query
