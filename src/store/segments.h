// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "store/document.h"
#include "store/finished_parts.h"
#include "store/registry_changes.h"

namespace ficsearch::store {

// Documents that are new to an index, one behind the other, with what they bring to its registry.
struct SegmentBatch {
  std::uint64_t place = 0;           // 0, 1, 2 ...: of the batch among all
  std::uint32_t first_document = 0;  // number of the first document; the others follow
  std::vector<Document> documents;
  RegistryChanges registry;
};

// Builds an index in parts, each by a thread of its own, and puts it in the place of one that has
// none of the works yet.
//
// A writer that adds batch after batch to one database changes all of its trees each time, and only
// one thread can. Here each batch becomes a small database, and every so many neighbours are merged
// into one, which copies sorted entries one behind the other: several times less work, and any
// number of threads. Documents have the numbers that they are given, so the index is the same in
// whatever order the parts are finished.
//
// The parts are in a hidden directory beside the index, which keeps the index as it was until
// publish(): a crash before that leaves it untouched. Merged parts are finished: they are on the
// disk, and listed there (store/finished_parts.h), and stay if they cannot be published now. The
// next build puts those into the index that no gap is before, and removes what else is left.
class Segments {
 public:
  // For the index at `index`, which this process holds the writer's lock of, and which is `base`.
  // Null if another directory cannot take its place there in one step, or if it has files that are
  // none of an index. What an earlier build left is removed.
  static std::unique_ptr<Segments> begin(const std::filesystem::path& index, BuildBase base);
  // Whether an earlier build left anything beside the index.
  static bool has_left(const std::filesystem::path& index);
  // For the index as in begin(): the parts that an earlier build of it finished, for publish().
  // Null if there are none that go on from `base`.
  static std::unique_ptr<Segments> find_left(const std::filesystem::path& index,
                                             const BuildBase& base);
  // Removes what an earlier build left.
  static void remove_left(const std::filesystem::path& index);

  Segments(const Segments&) = delete;
  Segments& operator=(const Segments&) = delete;
  // Removes the parts, but those that are finished and not published.
  ~Segments();

  // Stores a batch. Any number of threads at once, in any order. Throws Error: `io`, `disk_full`.
  void write(const SegmentBatch& batch);

  // Merges the parts with what the index has, and puts the outcome in its place in one step. The
  // writer of the index has to be opened anew, and so has every reader. Throws Error: `io`,
  // `disk_full`, `index_corrupt`; then the index is as it was. Nothing can be written afterwards.
  void publish();

  // Of the last document in the parts and the index.
  std::uint32_t last_document() const;

 private:
  using Part = PartMap::value_type;
  static constexpr int kMerged = 32;

  Segments(std::filesystem::path index, std::filesystem::path directory, BuildBase base)
      : index_(std::move(index)),
        directory_(std::move(directory)),
        finished_{std::move(base), {}} {}

  std::filesystem::path path_of(PartName part) const;
  void finish(const Part& part);
  void note_finished(const Part& merged, const PartMap& parts);
  void remove_all_but_finished() const;
  static void remove(const std::filesystem::path& part);
  void merge(const std::vector<std::filesystem::path>& parts,
             const std::filesystem::path& merged) const;
  void write_totals(const std::filesystem::path& whole) const;

  std::filesystem::path index_;
  std::filesystem::path directory_;
  std::mutex mutex_;  // guards all below
  PartMap unmerged_;
  FinishedParts finished_;  // on the disk, of level 1 at least
};

}  // namespace ficsearch::store
