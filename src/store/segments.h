// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "store/prepared_document.h"
#include "store/registry_changes.h"

namespace ficsearch::store {

// Documents that are new to an index, one behind the other, with what they bring to its registry.
struct SegmentBatch {
  std::uint64_t place = 0;           // 0, 1, 2 ...: of the batch among all
  std::uint32_t first_document = 0;  // number of the first document; the others follow
  std::vector<PreparedDocument> documents;
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
// publish(): a crash before that leaves it untouched. What an earlier crash left is removed.
class Segments {
 public:
  // For the index at `index`, which this process holds the writer's lock of. Null if another
  // directory cannot take its place there in one step, or if it has files that are none of an
  // index.
  static std::unique_ptr<Segments> begin(const std::filesystem::path& index);
  Segments(const Segments&) = delete;
  Segments& operator=(const Segments&) = delete;
  // Removes the parts.
  ~Segments();

  // Stores a batch. Any number of threads at once, in any order. Throws Error: `io`, `disk_full`.
  void write(const SegmentBatch& batch);

  // Merges the parts with what the index has, and puts the outcome in its place in one step. The
  // writer of the index has to be opened anew, and so has every reader. Throws Error: `io`,
  // `disk_full`; then the index is as it was. Nothing can be written afterwards.
  void publish();

 private:
  // A part of level 0 is a batch, one of the next level kMerged neighbours of the one before.
  struct Part {
    std::size_t level = 0;
    std::uint64_t place = 0;
    auto operator<=>(const Part&) const = default;
  };
  static constexpr int kMerged = 32;

  Segments(std::filesystem::path index, std::filesystem::path directory)
      : index_(std::move(index)), directory_(std::move(directory)) {}

  std::filesystem::path path_of(Part part) const;
  void finish(Part part);
  void remove(Part part) const;
  void merge(const std::vector<std::filesystem::path>& parts,
             const std::filesystem::path& merged) const;

  void write_totals(const std::filesystem::path& whole) const;

  std::filesystem::path index_;
  std::filesystem::path directory_;
  std::mutex mutex_;          // guards all below
  std::set<Part> finished_;   // and not yet merged
  RegistryChanges registry_;  // number of entries and sums alone, which the whole has and no part
};

}  // namespace ficsearch::store
