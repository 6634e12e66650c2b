// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/format.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/error.h"
#include "store/metadata.h"
#include "store/metadata_sum.h"

namespace ficsearch::store {
namespace {

// One line a feature; every one must be known, or terms and records could be misread.
constexpr std::array<std::string_view, 4> kFeatures{"ficsearch-index-2", "record-1",
                                                    "censor-marks-1", "tag-registry-2"};
// Features that an index has only while it uses them: a program that does not know the archive's
// own vocabulary or its enforced profile must not search past their exclusions.
constexpr std::string_view kOwnVocabulary = "own-vocabulary-1";
constexpr std::string_view kProfiles = "profiles-1";

bool is_known(std::string_view feature) {
  return feature == kOwnVocabulary || feature == kProfiles || feature == kMetadataSums ||
         std::find(kFeatures.begin(), kFeatures.end(), feature) != kFeatures.end();
}

enum class Uses { no, yes };

// Says whether the index uses an optional feature from now on.
void write_feature(Xapian::WritableDatabase& database, std::string_view changed, Uses uses) {
  std::string features;
  std::istringstream lines(database.get_metadata(metadata::kFormat));
  for (std::string feature; std::getline(lines, feature);)
    if (feature != changed) features.append(feature).append("\n");
  if (uses == Uses::yes) features.append(changed).append("\n");
  database.set_metadata(metadata::kFormat, features);
}

void set_setting(Xapian::WritableDatabase& database, const std::string& key,
                 const std::string& value) {
  const std::uint64_t before = summand(key, database.get_metadata(key));
  add_to_sum(database, SumOf::settings, summand(key, value) - before);
  database.set_metadata(key, value);
}

bool has_profiles(const Xapian::Database& database) {
  return !database.get_metadata(metadata::kEnforcedProfile).empty() ||
         database.metadata_keys_begin(metadata::kProfilePrefix) !=
             database.metadata_keys_end(metadata::kProfilePrefix);
}

// The rules number, by which the version text begins: "rules=1 icu=72.1 ...".
std::string_view rules_of(std::string_view version) {
  return version.substr(0, version.find(' '));
}

}  // namespace

void write_format(Xapian::WritableDatabase& database, const std::string& normalizer) {
  std::string features;
  for (const std::string_view feature : kFeatures) features.append(feature).append("\n");
  features.append(kMetadataSums).append("\n");
  database.set_metadata(metadata::kFormat, features);
  database.set_metadata(metadata::kNormalizer, normalizer);
}

void write_vocabulary(Xapian::WritableDatabase& database, const std::string& toml) {
  write_feature(database, kOwnVocabulary, toml.empty() ? Uses::no : Uses::yes);
  set_setting(database, metadata::kVocabulary, toml);
}

void write_profile(Xapian::WritableDatabase& database, const std::string& key,
                   const std::string& record) {
  set_setting(database, key, record);
  write_feature(database, kProfiles, has_profiles(database) ? Uses::yes : Uses::no);
}

void check_format(const Xapian::Database& database, const std::filesystem::path& directory) {
  const Place place{.file = directory.string()};
  const std::string features = database.get_metadata(metadata::kFormat);
  if (features.empty())
    throw Error(ErrorCode::format_unknown,
                directory.string() + " is a Xapian database, but no index of ficsearch", place,
                "name another directory with -d");
  std::string unknown;
  std::vector<std::string> found;
  std::istringstream lines(features);
  for (std::string feature; std::getline(lines, feature); found.push_back(feature))
    if (!is_known(feature)) unknown.append(unknown.empty() ? "" : ", ").append(feature);
  if (!unknown.empty())
    throw Error(ErrorCode::format_unknown,
                directory.string() + " needs what this version does not know: " + unknown, place,
                "use the version of ficsearch that wrote the index");
  // What is not in the index would be missing from answers: an exclusion would let works through.
  for (const std::string_view feature : kFeatures)
    if (std::find(found.begin(), found.end(), feature) == found.end())
      throw Error(ErrorCode::format_unknown,
                  directory.string() + " was written before the feature " + std::string(feature),
                  place, "import the works into a new index");
}

void check_normalizer(const Xapian::Database& database, const std::filesystem::path& directory,
                      Access access, const std::string& current) {
  const std::string stored = database.get_metadata(metadata::kNormalizer);
  if (stored == current) return;
  if (access == Access::read && rules_of(stored) == rules_of(current)) return;
  throw Error(ErrorCode::normalizer_mismatch,
              directory.string() + " was written with the normalizer \"" + stored +
                  "\"; this program has \"" + current + "\"",
              Place{.file = directory.string()},
              access == Access::write
                  ? "searching works; to add works, import everything into a new index"
                  : "import the works into a new index");
}

}  // namespace ficsearch::store
