// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shards.h"

#include <map>

#include "ficsearch/error.h"
#include "store/format.h"
#include "store/metadata.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

// How long a shard may take for one step of a search before it counts as gone.
constexpr unsigned kAnswerMilliseconds = 60'000;
constexpr unsigned kConnectMilliseconds = 5'000;

Xapian::Database opened(const ShardPlace& place) {
  if (!place.is_remote()) return Xapian::Database(place.directory.string());
  return Xapian::Remote::open(place.host, place.port, kAnswerMilliseconds, kConnectMilliseconds);
}

// The records of all saved profiles, by key.
std::map<std::string, std::string> profiles_of(const Xapian::Database& database) {
  std::map<std::string, std::string> records;
  const auto end = database.metadata_keys_end(metadata::kProfilePrefix);
  for (auto key = database.metadata_keys_begin(metadata::kProfilePrefix); key != end; ++key)
    records.emplace(*key, database.get_metadata(*key));
  return records;
}

}  // namespace

Shards::Shards(const std::filesystem::path& stub, const std::string& normalizer)
    : normalizer_(normalizer), places_(read_stub(stub)) {
  for (const ShardPlace& place : places_) {
    databases_.push_back(guarded(place.name(), [&] { return opened(place); }));
    together_.add_database(databases_.back());
  }
  check();
}

bool Shards::reopen() {
  if (!together_.reopen()) return false;
  check();
  return true;
}

void Shards::check() const {
  for (std::size_t shard = 0; shard < places_.size(); ++shard)
    guarded(places_[shard].name(), [&] { check_alone(shard); });
  for (std::size_t shard = 1; shard < places_.size(); ++shard)
    guarded(places_[shard].name(), [&] { check_against_others(shard); });
}

void Shards::check_alone(std::size_t shard) const {
  check_format(databases_[shard], places_[shard].name());
  check_normalizer(databases_[shard], places_[shard].name(), Access::read, normalizer_);
}

// What is read from the first alone must hold for all of them, and no two may be the same.
void Shards::check_against_others(std::size_t shard) const {
  const auto fail = [&](ErrorCode code, const std::string& what, const std::string& hint) {
    const std::string name = places_[shard].name();
    throw Error(code, "the shards " + places_.front().name() + " and " + name + " have " + what,
                Place{.file = name}, hint);
  };
  const auto differs = [&](const char* key) {
    return databases_[shard].get_metadata(key) != databases_.front().get_metadata(key);
  };
  for (std::size_t before = 0; before < shard; ++before)
    if (databases_[before].get_uuid() == databases_[shard].get_uuid())
      throw Error(ErrorCode::bad_value,
                  "the shards " + places_[before].name() + " and " + places_[shard].name() +
                      " are one index, or copies of one",
                  Place{.file = places_[shard].name()},
                  "name each once: works that stand in two shards count twice");
  if (differs(metadata::kNormalizer))
    fail(ErrorCode::normalizer_mismatch, "different normalizers",
         "import the works of one of them into a new index");
  if (differs(metadata::kVocabulary))
    fail(ErrorCode::bad_dictionary, "different vocabularies of their own",
         "bring it from one to the other with tags export and tags import");
  if (differs(metadata::kEnforcedProfile) ||
      profiles_of(databases_[shard]) != profiles_of(databases_.front()))
    fail(ErrorCode::bad_dictionary, "different profiles", "save every profile in each of them");
}

}  // namespace ficsearch::store
