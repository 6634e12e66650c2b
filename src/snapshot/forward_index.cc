// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/forward_index.h"

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

ForwardIndex::ForwardIndex(const Xapian::Database& database, std::uint32_t forms, FormUse& use)
    : forms_(forms),
      numbers_(static_cast<unsigned>(std::bit_width(forms))),
      numbers_and_places_(static_cast<unsigned>(std::bit_width(forms)) + kPlaceBits),
      with_places_(database.get_lastdocid() + 1) {
  if (forms > kMostForms) too_many("written forms");
  numbers_.append({}, packed_);
  place_of(packed_);  // kNoList: an empty list of either kind
  std::vector<std::uint32_t> begin(std::size_t{database.get_lastdocid()} + 1, kNoList);
  use = {std::vector<std::uint32_t>(forms), std::vector<bool>(forms)};
  for_each_tag_list(database, [&](std::uint32_t document, const auto& tags) {
    begin[document] = add(document, tags, use);
  });
  begin_ = base::PackedNumbers(begin);
  packed_numbers_ = {};
  packed_ = {};
}

std::uint32_t ForwardIndex::add(std::uint32_t document, const std::vector<store::PlacedTag>& tags,
                                FormUse& use) {
  bool places_follow = false;
  for (const store::PlacedTag& tag : tags) {
    const auto form = static_cast<std::uint32_t>(tag.tag);
    if (form >= forms_) unknown_tag();
    __builtin_prefetch(&use.works[form], 1);
    places_follow = places_follow || tag.places != store::kOpenInMain;
  }
  packed_numbers_.clear();
  for (const store::PlacedTag& tag : tags) {
    const auto form = static_cast<std::uint32_t>(tag.tag);
    ++use.works[form];
    if (tag.places != store::kOpenInMain) use.exceptional[form] = true;
    packed_numbers_.push_back(places_follow ? form << kPlaceBits | tag.places : form);
  }
  packed_.clear();
  (places_follow ? numbers_and_places_ : numbers_).append(packed_numbers_, packed_);
  if (places_follow) with_places_.insert(document);
  ++works_;
  sum_of_works_ += document;
  return place_of(packed_);
}

std::uint32_t ForwardIndex::place_of(const std::vector<std::uint8_t>& list) {
  const auto place = lists_.add({reinterpret_cast<const char*>(list.data()), list.size()});
  if (!place) too_many("tags");
  return *place;
}

std::size_t ForwardIndex::bytes() const noexcept {
  return lists_.bytes() + begin_.bytes() + with_places_.bytes();
}

}  // namespace ficsearch::snapshot
