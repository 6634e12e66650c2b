// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/forward_index.h"

#include <algorithm>
#include <bit>
#include <string>

#include "ficsearch/error.h"
#include "snapshot/tag_stream.h"

namespace ficsearch::snapshot {
namespace {

[[noreturn]] void too_many(const char* what) {
  throw Error(ErrorCode::query_limit,
              std::string("the index holds more ").append(what) + " than can be kept in memory", {},
              "split the archive over several indexes");
}

[[noreturn]] void unknown_tag() {
  throw Error(ErrorCode::index_corrupt, "a work bears a tag that is not in the registry", {},
              "restore a backup, or import the works into a new index");
}

}  // namespace

ForwardIndex::ForwardIndex(const Xapian::Database& database, std::uint32_t forms)
    : forms_(forms),
      numbers_(static_cast<unsigned>(std::bit_width(forms))),
      numbers_and_places_(static_cast<unsigned>(std::bit_width(forms)) + kPlaceBits),
      begin_(std::size_t{database.get_lastdocid()} + 1, kNoList),
      with_places_(database.get_lastdocid() + 1) {
  if (forms > kMostForms) too_many("written forms");
  *list_at(place_for(1)) = 0;  // kNoList: an empty list of either kind
  for_each_tag_list(database,
                    [&](std::uint32_t document, const auto& tags) { add(document, tags); });
  packed_numbers_ = {};
  packed_ = {};
}

void ForwardIndex::add(std::uint32_t document, const std::vector<store::PlacedTag>& tags) {
  const bool places_follow = std::any_of(tags.begin(), tags.end(), [](store::PlacedTag tag) {
    return tag.places != store::kOpenInMain;
  });
  packed_numbers_.clear();
  for (const store::PlacedTag& tag : tags) {
    const auto form = static_cast<std::uint32_t>(tag.tag);
    if (form >= forms_) unknown_tag();
    packed_numbers_.push_back(places_follow ? form << kPlaceBits | tag.places : form);
  }
  packed_.clear();
  (places_follow ? numbers_and_places_ : numbers_).append(packed_numbers_, packed_);
  begin_[document] = place_for(packed_.size());
  std::copy(packed_.begin(), packed_.end(), list_at(begin_[document]));
  if (places_follow) with_places_.insert(document);
  ++works_;
  sum_of_works_ += document;
}

// Takes room in the last chunk, or in a new one.
std::uint32_t ForwardIndex::place_for(std::size_t bytes) {
  if (bytes > kChunkBytes) too_many("tags of one work");
  if (bytes > kChunkBytes - used_) {
    if (chunks_.size() == std::size_t{1} << (32 - kChunkBits)) too_many("tags");
    chunks_.push_back(
        std::make_unique_for_overwrite<std::uint8_t[]>(kChunkBytes + NumberGroups::kReadBeyond));
    used_ = 0;
  }
  const auto chunk = static_cast<std::uint32_t>(chunks_.size() - 1);
  const std::uint32_t place = chunk << kChunkBits | used_;
  used_ += static_cast<std::uint32_t>(bytes);
  return place;
}

std::size_t ForwardIndex::bytes() const noexcept {
  const std::size_t lists = chunks_.empty() ? 0 : (chunks_.size() - 1) * kChunkBytes + used_;
  return lists + begin_.size() * sizeof(std::uint32_t) + with_places_.bytes();
}

}  // namespace ficsearch::snapshot
