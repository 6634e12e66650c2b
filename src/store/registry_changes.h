// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/registry.h"

namespace Xapian {
class WritableDatabase;
}

namespace ficsearch::store {

// What is to be written into the metadata of an index, by key. No key is in two of them.
struct RegistryChanges {
  std::vector<std::pair<std::string, std::string>> fresh;  // keys that are new, each once
  std::unordered_map<std::string, std::string> values;     // keys that are new or replaced
  // Keys whose lists of ids get longer, once for each id, in rising order of the ids: gathered by
  // who writes them, which any thread can.
  std::vector<std::pair<std::string, TagId>> appended;

  // The ids that each list gets, as lists hold them, by key. The views are valid as long as
  // `appended`.
  std::vector<std::pair<std::string_view, std::string>> appended_lists() const;

  std::uint32_t entries = 0;  // how many the registry then has; 0: as many as before
  // What this adds to the sums of metadata_sum.h.
  std::uint64_t tag_sum = 0;
  std::uint64_t meaning_sum = 0;

  // Writes each key once and in order: the pages of the database's tree are then written once too.
  // A list is taken for new. Throws what Xapian throws.
  void write_lists_to(Xapian::WritableDatabase& database) const;
  // The number of entries, and the sums.
  void write_totals_to(Xapian::WritableDatabase& database) const;
};

}  // namespace ficsearch::store
