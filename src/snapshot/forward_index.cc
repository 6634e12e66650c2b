// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/forward_index.h"

#include <algorithm>
#include <string>

#include "ficsearch/error.h"
#include "snapshot/tag_stream.h"

namespace ficsearch::snapshot {
namespace {

[[noreturn]] void too_many(const char* what) {
  throw Error(ErrorCode::query_limit,
              std::string("the index holds more ").append(what) + " than facets can be counted of",
              {}, "split the archive over several indexes");
}

}  // namespace

ForwardIndex::ForwardIndex(const Xapian::Database& database, std::uint64_t tags_in_all,
                           const std::function<std::uint32_t(store::TagId)>& meaning_of)
    : begin_(std::size_t{database.get_lastdocid()} + 2) {
  if (tags_in_all > UINT32_MAX) too_many("tags");
  borne_.reserve(tags_in_all);
  std::size_t next = 0;  // the first document whose beginning is not set
  for_each_tag_list(database, [&](std::uint32_t document, const auto& tags) {
    const std::size_t begin = borne_.size();
    while (next <= document) begin_[next++] = static_cast<std::uint32_t>(begin);
    for (const store::PlacedTag& placed : tags) {
      const std::uint32_t meaning = meaning_of(placed.tag);
      if (meaning >= BorneMeaning::kMostMeanings) too_many("meanings of tags");
      const auto same =
          std::find_if(borne_.begin() + static_cast<std::ptrdiff_t>(begin), borne_.end(),
                       [&](BorneMeaning borne) { return borne.meaning() == meaning; });
      if (same == borne_.end())
        borne_.emplace_back(meaning, placed.places);
      else
        *same = BorneMeaning(meaning, same->places() | placed.places);
    }
  });
  while (next < begin_.size()) begin_[next++] = static_cast<std::uint32_t>(borne_.size());
}

}  // namespace ficsearch::snapshot
