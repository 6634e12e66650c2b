// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "store/slots.h"

namespace ficsearch::store {

// A term of a document: how much it counts in ranking, and where it stands in its field's positions
// (may be empty).
struct Posting {
  std::string term;
  std::uint32_t count = 0;  // within-document frequency; 0: only matches
  std::vector<std::uint32_t> positions;

  friend bool operator==(const Posting&, const Posting&) = default;
};

// A work as it goes into the index, free of Xapian: index/ makes it, the writer stores it.
struct Document {
  std::string work_id;
  std::vector<Posting> postings;  // each term once
  std::vector<std::pair<Slot, std::string>> values;
  std::string record;  // encode_record
};

}  // namespace ficsearch::store
