// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/first_build.h"

#include <utility>

namespace ficsearch::engine {

void FirstBuild::add(AnalysedWork work) {
  bytes_ += work.record_bytes;
  works_.push_back(std::move(work));
  if (!is_full() || cannot_) return;
  if (!segments_) segments_ = store::Segments::begin(directory_, base_);
  cannot_ = segments_ == nullptr;
  if (segments_) full_.push_back(next_batch());
}

void FirstBuild::add_version(AnalysedWork work) {
  version_bytes_ += work.record_bytes;
  versions_.push_back(std::move(work));
}

std::vector<store::SegmentBatch> FirstBuild::take_full() {
  return std::exchange(full_, {});
}

bool FirstBuild::is_due() const {
  const std::size_t in_parts = next_document_ - 1 - works_before_;
  return in_parts >= kLeastBatches * limits_.works && in_parts >= works_before_;
}

bool FirstBuild::can_go_on() const {
  return !cannot_ && writer_.tags().knows_all() && versions_.size() < limits_.works &&
         version_bytes_ < limits_.bytes;
}

store::SegmentBatch FirstBuild::next_batch() {
  store::SegmentBatch batch{next_place_++, next_document_, {}, writer_.tags().take_changes()};
  batch.documents.reserve(works_.size());
  for (AnalysedWork& work : works_) batch.documents.push_back(std::move(work.document));
  next_document_ += static_cast<std::uint32_t>(works_.size());
  works_.clear();
  bytes_ = 0;
  return batch;
}

std::uint64_t FirstBuild::publish() {
  // Later versions may have brought tags even if no work is left.
  segments_->write(next_batch());
  segments_->publish();
  writer_.reopen();
  return next_document_ - 1 - works_before_;
}

}  // namespace ficsearch::engine
