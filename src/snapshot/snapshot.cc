// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/snapshot.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

#include "snapshot/spelling_names.h"
#include "snapshot/tag_census.h"

namespace ficsearch::snapshot {
namespace {

std::size_t order_place(Field field, bool ascending) {
  return 2 * static_cast<std::size_t>(field) + (ascending ? 1 : 0);
}

DocBits live_works(const Xapian::Database& database, std::uint32_t limit) {
  DocBits live(limit);
  if (database.get_doccount() == database.get_lastdocid()) {
    live.insert_all();
    return live;
  }
  const Xapian::PostingIterator end = database.postlist_end("");
  for (Xapian::PostingIterator work = database.postlist_begin(""); work != end; ++work)
    live.insert(*work);
  return live;
}

text::NameSignatures signatures_of(const store::RegistryImage& image) {
  text::NameSignatures signatures;
  signatures.reserve(image.size());
  for (std::uint32_t i = 0; i < image.size(); ++i) signatures.add(image.written(store::TagId{i}));
  return signatures;
}

}  // namespace

SnapshotKey key_of(const store::Reader& reader, const tags::Dictionary& dictionary) {
  return {reader.uuid(), reader.revision(), dictionary.version()};
}

Snapshot::Snapshot(const store::Reader& reader, std::shared_ptr<const tags::Dictionary> dictionary,
                   const CacheBytes& cache)
    : key_(key_of(reader, *dictionary)),
      limit_(reader.database().get_lastdocid() + 1),
      dictionary_(std::move(dictionary)),
      sets_(cache.sets),
      text_(cache.text, limit_) {}

const DocBits& Snapshot::live(const store::Reader& reader) {
  return live_.get([&] { return live_works(reader.database(), limit_); });
}

const Column& Snapshot::column(const store::Reader& reader, Field field) {
  return columns_[static_cast<std::size_t>(field)].get(
      [&] { return Column(reader.database(), field); });
}

const WorkLengths& Snapshot::lengths(const store::Reader& reader) {
  return lengths_.get([&] { return WorkLengths(reader.database()); });
}

const SortOrder& Snapshot::order(const store::Reader& reader, Field field, bool ascending) {
  // A window has room for the pages that are asked for; more windows than these gain little.
  constexpr std::uint32_t kWindowWorks = 1U << 13;
  constexpr std::uint32_t kMostWindows = 64;
  const Column& sorted_by = column(reader, field);
  return orders_[order_place(field, ascending)].get([&] {
    return SortOrder(sorted_by, ascending, std::clamp(limit_ / kWindowWorks, 1U, kMostWindows));
  });
}

Snapshot::Resident::Resident(const store::Reader& reader,
                             std::shared_ptr<const tags::Dictionary> dictionary)
    : Resident(reader, std::move(dictionary), FormUse()) {}

Snapshot::Resident::Resident(const store::Reader& reader,
                             std::shared_ptr<const tags::Dictionary> dictionary, FormUse&& use)
    : joins(reader.registry().all_joins()),
      image(std::make_shared<const store::RegistryImage>(reader.registry())),
      signatures(signatures_of(*image)),
      forward(reader.database(), image->size(), use),
      postings(forward, use),
      meanings(std::move(dictionary), *joins, image, postings),
      ids(reader.database()) {
  check_tag_lists(reader.database(), *image, forward, use.works);
}

const Snapshot::Resident& Snapshot::make_resident(const store::Reader& reader) {
  return resident_.get([&] { return Resident(reader, dictionary_); });
}

Snapshot::Completions::Completions(const store::Reader& reader, const Resident& resident)
    : sounds(reader.registry()),
      names(spelling_names(resident.meanings, *resident.image, sounds)),
      pieces(spelling_pieces(resident.meanings, *resident.image, sounds)) {}

const Snapshot::Completions& Snapshot::make_completions(const store::Reader& reader) {
  const Resident& resident = make_resident(reader);
  return completions_.get([&] { return Completions(reader, resident); });
}

}  // namespace ficsearch::snapshot
