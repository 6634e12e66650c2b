// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/archive_joins.h"

#include "engine/united_joins.h"
#include "index/joins.h"
#include "store/xapian_guard.h"

namespace ficsearch::engine {
namespace {

constexpr char kAnyFacet = '\xFF';
// Some megabytes: the entries of a few long blocklists.
constexpr std::size_t kMostMet = 50'000;

}  // namespace

void ArchiveJoins::bring_up_to_date(store::Reader& reader) {
  if (const std::uint64_t now = reader.generation(); now != generation_) {
    generation_ = now;
    met_.clear();
    table_.reset();
  }
  store::guarded(reader.directory(), [&] {
    if (reader.is_sharded()) return unite(reader);
    const store::TagRegistry& registry = reader.registry();
    if (registry.size() == 0 || registry.joins_version() == dictionary_->version()) return;
    if (table_) return reader.use_joins(table_);
    // Seconds, for a large archive, and nothing that its status needs.
    reader.use_joins([this, &registry] {
      table_ = std::make_shared<const store::TagJoinTable>(
          index::joins_in_memory(registry, spellings(), reader_));
      return table_;
    });
  });
}

void ArchiveJoins::unite(store::Reader& reader) {
  const store::TagRegistry& registry = reader.registry();
  if (registry.has_joins()) return;
  if (registry.joins_version() == dictionary_->version())
    reader.use_join_finder(std::make_shared<const UnitedJoins>(registry, spellings(), reader_));
  else
    reader.use_joins(std::make_shared<const store::TagJoinTable>(
        index::joins_in_memory(registry, spellings(), reader_)));
}

tags::Joined ArchiveJoins::meaning_of(const store::TagRegistry& registry,
                                      std::optional<Facet> facet, std::string_view written) {
  std::string key(1, facet ? static_cast<char>(*facet) : kAnyFacet);
  key += written;
  if (const auto met = met_.find(key); met != met_.end()) return met->second;
  const index::RegistrySpellings archive(registry);
  const tags::Joined joined =
      tags::Joiner(spellings(), archive, reader_).meaning_of(facet, written);
  if (met_.size() >= kMostMet) met_.clear();
  return met_.emplace(std::move(key), joined).first->second;
}

const tags::DictionarySpellings& ArchiveJoins::spellings() {
  if (!spellings_) spellings_.emplace(*dictionary_, reader_);
  return *spellings_;
}

}  // namespace ficsearch::engine
