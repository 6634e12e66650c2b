// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "engine/work_analyser.h"
#include "store/segments.h"
#include "store/writer.h"

namespace ficsearch::engine {

// Works on their way into an index by parts (store/segments.h), while its first import goes on. If
// it stays with few, they are one batch of the writer.
//
// Nothing is in the index before publish(), which copies all of it. It is due when as many works
// are in parts as are in the index, so that all copying together is twice the last one at most.
// What a crash finds unpublished, but for the last parts, the next import goes on from
// (engine/left_parts.h).
//
// Threads: one at a time, but for store().
class FirstBuild {
 public:
  struct Limits {
    std::size_t works;  // of a batch
    std::size_t bytes;
  };

  // Small, as Xapian sorts the terms of a batch in trees, which then fit into a processor's cache.
  // Less than 250 works make more to merge.
  static constexpr Limits kUsualLimits{250, 4u << 20};

  // A new index is not worth publishing with fewer.
  static constexpr std::size_t kLeastBatches = 1024;

  // `writer` is that of the index at `directory`, and must outlive it. It knows all tags of the
  // index.
  FirstBuild(const std::filesystem::path& directory, store::Writer& writer, Limits limits)
      : directory_(directory),
        writer_(writer),
        limits_(limits),
        base_(writer.base()),
        works_before_(base_.last_document),
        next_document_(works_before_ + 1) {}

  // Takes a work that the index cannot have yet. Its tags have numbers.
  void add(AnalysedWork work);
  // Takes a later version of a work. It is put into the index once that has the earlier one.
  void add_version(AnalysedWork work);

  // The batches that have become full, to be stored.
  std::vector<store::SegmentBatch> take_full();
  // Any number of threads at once.
  void store(const store::SegmentBatch& batch) { segments_->write(batch); }

  // Whether the works should be put into the index before there are more.
  bool must_end() const { return is_due() || !can_go_on(); }
  // Whether another build can follow: the index can be built in parts, and what has to be kept in
  // memory for that is not too large.
  bool can_go_on() const;

  // Whether any batch became full, so that the works are in parts.
  bool has_parts() const noexcept { return segments_ != nullptr; }
  // Puts all works of the parts into the index, once all batches that take_full() gave are stored.
  // Gives their number. The later versions are still to be put.
  std::uint64_t publish();

  // What is still to be written, in order: works, if there are no parts.
  std::vector<AnalysedWork> take_works() { return std::move(works_); }
  std::vector<AnalysedWork> take_versions() { return std::move(versions_); }

 private:
  bool is_full() const { return works_.size() >= limits_.works || bytes_ >= limits_.bytes; }
  bool is_due() const;
  store::SegmentBatch next_batch();

  const std::filesystem::path& directory_;
  store::Writer& writer_;
  Limits limits_;
  store::BuildBase base_;
  std::unique_ptr<store::Segments> segments_;  // made when a batch is full
  bool cannot_ = false;                        // have parts
  std::vector<AnalysedWork> works_;            // of the next batch
  std::size_t bytes_ = 0;                      // of works_
  std::vector<store::SegmentBatch> full_;
  std::vector<AnalysedWork> versions_;
  std::size_t version_bytes_ = 0;
  std::uint64_t next_place_ = 0;
  std::uint32_t works_before_;  // in the index
  std::uint32_t next_document_;
};

}  // namespace ficsearch::engine
