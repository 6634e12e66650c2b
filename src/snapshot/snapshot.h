// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/search.h"
#include "snapshot/column.h"
#include "snapshot/doc_bits.h"
#include "snapshot/doc_set.h"
#include "snapshot/forward_index.h"
#include "snapshot/lazy_part.h"
#include "snapshot/meaning_table.h"
#include "snapshot/posting_lists.h"
#include "snapshot/set_cache.h"
#include "snapshot/sort_order.h"
#include "snapshot/text_postings.h"
#include "snapshot/work_ids.h"
#include "snapshot/work_lengths.h"
#include "store/reader.h"
#include "store/registry_image.h"
#include "store/registry_sounds.h"
#include "tags/dictionary.h"
#include "tags/name_index.h"
#include "tags/piece_index.h"
#include "text/near_names.h"

namespace ficsearch::snapshot {

// One commit of one index under one dictionary. A compaction gives an index a new uuid, so a
// revision alone says nothing.
struct SnapshotKey {
  std::string uuid;
  std::uint64_t revision = 0;
  std::string dictionary;  // its version

  friend bool operator==(const SnapshotKey&, const SnapshotKey&) = default;
};

// Bounds on what is kept of searches, beyond the resident part.
struct CacheBytes {
  std::size_t sets = 0;  // of works that were asked for
  std::size_t text = 0;  // posting lists of words
};

// What makes many searches of one commit fast, derived from it and kept in memory: never written,
// never changed.
//
// Parts are built when they are first asked for, from the reader of whoever asks, which must be of
// this commit. Any number of threads may ask. Whoever asks passes on what Xapian throws.
class Snapshot {
 public:
  Snapshot(const store::Reader& reader, std::shared_ptr<const tags::Dictionary> dictionary,
           const CacheBytes& cache);

  const SnapshotKey& key() const noexcept { return key_; }
  // Every document number is below it.
  std::uint32_t limit() const noexcept { return limit_; }
  // A set of no document, of the right limit.
  DocBits no_works() const { return DocBits(limit_); }

  const DocBits& live(const store::Reader& reader);
  const Column& column(const store::Reader& reader, Field field);
  const SortOrder& order(const store::Reader& reader, Field field, bool ascending);
  SetCache& sets() noexcept { return sets_; }
  TextPostings& text() noexcept { return text_; }
  const WorkLengths& lengths(const store::Reader& reader);

  // What a process that answers many searches keeps whole.
  struct Resident {
    Resident(const store::Reader& reader, std::shared_ptr<const tags::Dictionary> dictionary);

    std::shared_ptr<const store::TagJoinTable> joins;
    std::shared_ptr<const store::RegistryImage> image;
    text::NameSignatures signatures;  // of the written forms, by TagId
    ForwardIndex forward;
    PostingLists postings;
    MeaningTable meanings;
    WorkIds ids;

   private:
    // `use` has room for what is needed no longer than this takes.
    Resident(const store::Reader& reader, std::shared_ptr<const tags::Dictionary> dictionary,
             FormUse&& use);
  };
  const Resident& make_resident(const store::Reader& reader);
  // Null in a process that answers one search: it reads from the index what that one touches.
  const Resident* resident() const noexcept { return resident_.if_built(); }

  // What completion of tags keeps whole beside that.
  struct Completions {
    Completions(const store::Reader& reader, const Resident& resident);

    store::RegistrySounds sounds;
    tags::NameIndex names;  // of the spellings that works bear (snapshot/spelling_names.h)
    tags::PieceIndex pieces;
  };
  // Makes the resident part, too.
  const Completions& make_completions(const store::Reader& reader);

  // How many works bear each meaning, by its number, in one of `places` (of store::TagPlaces):
  // whoever comes first counts.
  using MeaningCounts = std::vector<std::uint32_t>;
  template <typename Count>
  const MeaningCounts& meaning_counts(std::uint8_t places, Count&& count) {
    return meaning_counts_[places].get(count);
  }

 private:
  static constexpr std::size_t kWaysToBear = 16;  // subsets of store::TagPlaces
  static constexpr std::size_t kFields = static_cast<std::size_t>(Field::title) + 1;

  SnapshotKey key_;
  std::uint32_t limit_;
  std::shared_ptr<const tags::Dictionary> dictionary_;
  SetCache sets_;
  TextPostings text_;
  LazyPart<WorkLengths> lengths_;
  LazyPart<DocBits> live_;
  std::array<LazyPart<Column>, kFields> columns_;
  std::array<LazyPart<SortOrder>, 2 * kFields> orders_;
  LazyPart<Resident> resident_;
  LazyPart<Completions> completions_;
  std::array<LazyPart<MeaningCounts>, kWaysToBear> meaning_counts_;
};

SnapshotKey key_of(const store::Reader& reader, const tags::Dictionary& dictionary);

}  // namespace ficsearch::snapshot
