// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace ficsearch::store {

// Sums over groups of metadata entries, which tell whether all of them are there as they were
// written: Xapian has no checksums, and an entry that a flipped bit has hidden would be missed by
// nobody. An index has them if its format lists the feature kMetadataSums; before it there were
// none.
inline constexpr std::string_view kMetadataSums = "metadata-sums-1";

enum class SumOf : std::uint8_t {
  tags,      // the registry's entries
  meanings,  // what they mean
  settings,  // vocabulary and profiles
};

// What an entry adds to the sum of its group; nothing if there is none.
std::uint64_t summand(std::string_view key, std::string_view value);

// Adds to the sum of a group, unless the index has no sums. What is taken away is added negated.
void add_to_sum(Xapian::WritableDatabase& database, SumOf group, std::uint64_t summand);

// Throws Error(`index_corrupt`) unless `sum` is that of the group, or the index has no sums.
void check_sum(const Xapian::Database& database, SumOf group, std::uint64_t sum);

// The same for the settings, which it reads.
void check_settings(const Xapian::Database& database);

}  // namespace ficsearch::store
