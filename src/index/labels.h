// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/work.h"

namespace ficsearch::index {

// One written form that a work bears, from wherever the work says so: its tags and those of its
// parts, its authors, series, collections, language, rating, status and medium.
struct Label {
  Facet facet = Facet::freeform;
  std::string written;
  std::uint8_t places = 0;    // or-ed store::TagPlaces
  std::uint8_t strength = 0;  // the strongest that was said, 0 if none was

  friend bool operator==(const Label&, const Label&) = default;
};

// Every label of `work`, each facet and written form once, in order of first mention. A rating is
// labelled by what it counts as, "unrated" among them.
std::vector<Label> labels_of(const Work& work);

}  // namespace ficsearch::index
