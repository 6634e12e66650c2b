// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/sort_order.h"

namespace ficsearch::snapshot {
namespace {

// Windows are about equal: their borders come from so many works for each.
constexpr std::size_t kSample = 64;

}  // namespace

SortOrder::SortOrder(const Column& column, bool ascending, std::size_t windows)
    : column_(&column),
      flip_(ascending ? 0 : ~std::uint32_t{0}),
      borders_{0},
      windows_(std::make_unique<LazyPart<Works>[]>(windows)) {
  const std::uint64_t works = column.limit() - 1;
  std::vector<std::uint64_t> sample;
  for (std::size_t i = 0; works != 0 && i < kSample * windows; ++i)
    sample.push_back(rank_of(static_cast<std::uint32_t>(1 + i * works / (kSample * windows))));
  std::sort(sample.begin(), sample.end());
  for (std::size_t i = kSample; i < sample.size(); i += kSample) borders_.push_back(sample[i]);
  borders_.push_back(UINT64_MAX);
}

SortOrder::Works SortOrder::sorted(std::size_t number) const {
  const std::uint64_t from = borders_[number];
  const std::uint64_t to = borders_[number + 1];
  const auto least = static_cast<std::uint32_t>(from >> 32);
  const auto span = static_cast<std::uint32_t>(to >> 32) - least;
  std::vector<std::uint64_t> ranks;
  column_->for_each([&](std::uint32_t work, std::uint32_t key) {
    if ((key ^ flip_) - least > span) return;
    if (const std::uint64_t rank = rank_of(work); from <= rank && rank < to) ranks.push_back(rank);
  });
  std::sort(ranks.begin(), ranks.end());
  Works works;
  works.reserve(ranks.size());
  for (const std::uint64_t rank : ranks) works.push_back(work_of(rank));
  return works;
}

}  // namespace ficsearch::snapshot
