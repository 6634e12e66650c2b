// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace Xapian {
class WritableDatabase;
}

namespace ficsearch::store {

// What is to be written into the metadata of an index, by key. No key is in both.
struct RegistryChanges {
  std::unordered_map<std::string, std::string> values;    // keys that are new or replaced
  std::unordered_map<std::string, std::string> appended;  // keys whose lists of ids get longer

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
