// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/metadata_sum.h"

#include <xapian.h>
#include <xxhash.h>

#include "ficsearch/error.h"
#include "store/fixed_digits.h"
#include "store/metadata.h"

namespace ficsearch::store {
namespace {

constexpr std::size_t kDigits = 11;  // of base 64, for 64 bits

std::string key_of(SumOf group) {
  switch (group) {
    case SumOf::tags:
      return metadata::kTagSum;
    case SumOf::meanings:
      return metadata::kMeaningSum;
    case SumOf::settings:
      return metadata::kSettingsSum;
  }
  return {};
}

bool has_sums(const Xapian::Database& database) {
  return database.get_metadata(metadata::kFormat).find(kMetadataSums) != std::string::npos;
}

}  // namespace

std::uint64_t summand(std::string_view key, std::string_view value) {
  if (value.empty()) return 0;
  return XXH3_64bits_withSeed(value.data(), value.size(), XXH3_64bits(key.data(), key.size()));
}

void add_to_sum(Xapian::WritableDatabase& database, SumOf group, std::uint64_t summand) {
  if (summand == 0 || !has_sums(database)) return;
  const std::string before = database.get_metadata(key_of(group));
  const std::uint64_t sum = before.empty() ? 0 : number_of_digits(before);
  database.set_metadata(key_of(group), fixed_digits(sum + summand, kDigits));
}

void check_sum(const Xapian::Database& database, SumOf group, std::uint64_t sum) {
  if (!has_sums(database)) return;
  const std::string stored = database.get_metadata(key_of(group));
  if (stored == (sum == 0 && stored.empty() ? std::string() : fixed_digits(sum, kDigits))) return;
  const bool is_of_tags = group != SumOf::settings;
  throw Error(ErrorCode::index_corrupt,
              is_of_tags ? "the tag registry of the index is not what was written"
                         : "the vocabulary or a profile of the index is not what was written",
              {}, "restore a backup, or import the works into a new index");
}

void check_settings(const Xapian::Database& database) {
  if (!has_sums(database)) return;
  std::uint64_t sum = 0;
  const auto add = [&](const std::string& key) { sum += summand(key, database.get_metadata(key)); };
  add(metadata::kVocabulary);
  add(metadata::kEnforcedProfile);
  const auto end = database.metadata_keys_end(metadata::kProfilePrefix);
  for (auto key = database.metadata_keys_begin(metadata::kProfilePrefix); key != end; ++key)
    add(*key);
  check_sum(database, SumOf::settings, sum);
}

}  // namespace ficsearch::store
