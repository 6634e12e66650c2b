// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/rating_label.h"
#include "ingest/white_space.h"

#include <array>
#include <utility>

#include "base/ascii.h"

namespace ficsearch::ingest {
namespace {

// Where a scheme has a step between two of ours, the stricter one counts.
constexpr std::array kLabels{
    // Archive of Our Own
    std::pair{"General Audiences", "general"},
    std::pair{"Teen And Up Audiences", "teen"},
    std::pair{"Mature", "mature"},
    std::pair{"Explicit", "explicit"},
    // ComicInfo 2.0
    std::pair{"Early Childhood", "general"},
    std::pair{"Everyone", "general"},
    std::pair{"Everyone 10+", "general"},
    std::pair{"G", "general"},
    std::pair{"Kids to Adults", "general"},
    std::pair{"PG", "teen"},
    std::pair{"Teen", "teen"},
    std::pair{"M", "mature"},
    std::pair{"MA15+", "mature"},
    std::pair{"Mature 17+", "mature"},
    std::pair{"R18+", "explicit"},
    std::pair{"Adults Only 18+", "explicit"},
    std::pair{"X18+", "explicit"},
    // Pages and stories elsewhere
    std::pair{"General", "general"},
    std::pair{"K", "general"},
    std::pair{"K+", "general"},
    std::pair{"T", "teen"},
    std::pair{"PG-13", "teen"},
    std::pair{"R", "mature"},
    std::pair{"NC-17", "explicit"},
    std::pair{"Adult", "explicit"},
    std::pair{"R-18", "explicit"},
    std::pair{"R18", "explicit"},
};

}  // namespace

std::string rating_of_label(std::string_view label) {
  std::string name = collapsed(label);
  for (const auto& [written, rating] : kLabels)
    if (base::equal_ignoring_case(name, written)) return rating;
  return name;
}

}  // namespace ficsearch::ingest
