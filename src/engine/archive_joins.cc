// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/archive_joins.h"

#include "index/joins.h"
#include "store/xapian_guard.h"

namespace ficsearch::engine {

void ArchiveJoins::bring_up_to_date(store::Reader& reader) {
  store::guarded(reader.directory(), [&] {
    const store::TagRegistry& registry = reader.registry();
    if (registry.size() == 0 || registry.joins_version() == dictionary_->version()) return;
    if (!table_ || table_revision_ != reader.revision()) {
      table_ = std::make_shared<const store::TagJoinTable>(
          index::joins_in_memory(registry, spellings(), reader_));
      table_revision_ = reader.revision();
    }
    reader.use_joins(table_);
  });
}

tags::Joined ArchiveJoins::meaning_of(const store::TagRegistry& registry,
                                      std::optional<Facet> facet, std::string_view written) {
  const index::RegistrySpellings archive(registry);
  return tags::Joiner(spellings(), archive, reader_).meaning_of(facet, written);
}

const tags::DictionarySpellings& ArchiveJoins::spellings() {
  if (!spellings_) spellings_.emplace(*dictionary_, reader_);
  return *spellings_;
}

}  // namespace ficsearch::engine
