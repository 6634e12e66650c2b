// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/shards.h"

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
  const auto metadata_of = [&](std::size_t shard, const char* key) {
    return guarded(places_[shard].name(), [&] { return databases_[shard].get_metadata(key); });
  };
  for (std::size_t shard = 0; shard < places_.size(); ++shard) {
    const std::string name = places_[shard].name();
    guarded(name, [&] {
      check_format(databases_[shard], name);
      check_normalizer(databases_[shard], name, Access::read, normalizer_);
    });
    if (metadata_of(shard, metadata::kNormalizer) != metadata_of(0, metadata::kNormalizer))
      throw Error(ErrorCode::normalizer_mismatch,
                  "the shards " + places_[0].name() + " and " + name +
                      " were written with different normalizers",
                  Place{.file = name}, "import the works of one of them into a new index");
    if (metadata_of(shard, metadata::kVocabulary) != metadata_of(0, metadata::kVocabulary))
      throw Error(ErrorCode::bad_dictionary,
                  "the shards " + places_[0].name() + " and " + name +
                      " have different vocabularies of their own",
                  Place{.file = name},
                  "bring the vocabulary of one to the other with tags export and tags import");
  }
}

}  // namespace ficsearch::store
