// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/open_commit.h"

#include <utility>

#include "engine/vocabulary.h"
#include "search/borne_meanings.h"
#include "search/openly_borne.h"
#include "store/slots.h"
#include "store/xapian_guard.h"
#include "text/keys.h"

namespace ficsearch::engine {

OpenCommit::OpenCommit(const std::filesystem::path& directory, std::size_t cache_bytes)
    : cache_bytes_(cache_bytes), reader_(directory, text::normalizer_version()), tags_(nullptr) {
  take_vocabulary(reader_.vocabulary());
  joins_->bring_up_to_date(reader_);
  take_snapshot();
}

void OpenCommit::refresh() {
  is_whole_ = false;
  reader_.refresh();
  if (std::string now = reader_.vocabulary(); now != vocabulary_) take_vocabulary(std::move(now));
  joins_->bring_up_to_date(reader_);
  profiles_.bring_up_to_date();
  if (shared_ && snapshot().key() != snapshot::key_of(reader_, *dictionary_)) take_snapshot();
  is_whole_ = true;
}

void OpenCommit::make_resident() {
  if (!shared_) return;
  store::guarded(reader_.directory(), [&] {
    const auto& resident = snapshot().make_resident(reader_);
    reader_.use_image(resident.image);
    reader_.use_joins(resident.joins);
    snapshot().text().load_commonest(reader_.database());
    snapshot().lengths(reader_);
  });
}

void OpenCommit::make_completions() {
  if (!shared_) return;
  make_resident();
  store::guarded(reader_.directory(), [&] {
    snapshot().make_completions(reader_);
    search::counts_of_all_works(reader_, snapshot(),
                                store::counted_places(Spoilers::none, PartScope::any));
  });
  tags_impl_->completer().pieces();
}

search::RegistryTags OpenCommit::known_tags(const search::Deadline& deadline) {
  return {reader_.registry(),
          *dictionary_,
          [this](std::optional<Facet> facet, std::string_view written) {
            return joins_->meaning_of(reader_.registry(), facet, written);
          },
          [this, deadline](const search::RegistryTags::NameLists& names, std::size_t limit,
                           const query::Plan& filters) {
            return search::openly_borne(
                names, limit, filters,
                {reader_, snapshot(), tags_impl_->mentions, deadline, exclude_lists()});
          },
          shared_ ? snapshot().resident() : nullptr,
          deadline};
}

void OpenCommit::take_vocabulary(std::string toml) {
  dictionary_ = dictionary_with(toml);
  tags_impl_ = std::make_shared<const Tags::Impl>(dictionary_, &reader_);
  tags_ = Tags(tags_impl_);
  joins_ = std::make_unique<ArchiveJoins>(dictionary_);
  vocabulary_ = std::move(toml);
}

void OpenCommit::take_snapshot() {
  if (reader_.is_sharded()) return;
  shared_ = SnapshotPool::instance().get(reader_, dictionary_, cache_bytes_);
  // Another handle may have built what many searches need.
  if (snapshot().resident() != nullptr) make_resident();
}

}  // namespace ficsearch::engine
