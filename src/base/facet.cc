// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/facet.h"

#include "base/ascii.h"

namespace ficsearch {

std::string_view to_string(Facet facet) noexcept {
  switch (facet) {
    case Facet::freeform:
      return "freeform";
    case Facet::fandom:
      return "fandom";
    case Facet::character:
      return "character";
    case Facet::relationship:
      return "relationship";
    case Facet::genre:
      return "genre";
    case Facet::trope:
      return "trope";
    case Facet::warning:
      return "warning";
    case Facet::advisory:
      return "advisory";
    case Facet::perspective:
      return "perspective";
    case Facet::role:
      return "role";
    case Facet::medium:
      return "medium";
    case Facet::author:
      return "author";
    case Facet::series:
      return "series";
    case Facet::collection:
      return "collection";
    case Facet::language:
      return "language";
    case Facet::rating:
      return "rating";
    case Facet::status:
      return "status";
  }
  return "unknown";
}

std::optional<Facet> find_facet(std::string_view name) noexcept {
  for (const Facet facet : kAllFacets)
    if (base::equal_ignoring_case(name, to_string(facet))) return facet;
  return std::nullopt;
}

}  // namespace ficsearch
