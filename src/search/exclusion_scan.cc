// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/exclusion_scan.h"

#include <algorithm>
#include <span>

namespace ficsearch::search {
namespace {

using store::TagId;

bool has_all(const std::vector<TagId>& sorted, std::span<const TagId> tags) {
  return std::all_of(tags.begin(), tags.end(), [&](TagId tag) {
    return std::binary_search(sorted.begin(), sorted.end(), tag);
  });
}

bool has_any(const std::vector<TagId>& sorted, std::span<const TagId> tags) {
  return std::any_of(tags.begin(), tags.end(), [&](TagId tag) {
    return std::binary_search(sorted.begin(), sorted.end(), tag);
  });
}

}  // namespace

void ExclusionScan::begin(const snapshot::Snapshot::Resident& resident, std::size_t entries) {
  for (const std::uint32_t meaning : marked_) marks_[meaning] = 0;
  marked_.clear();
  resident_ = &resident;
  entries_ = entries;
  marks_.resize(resident.meanings.size());
  is_marked_ = snapshot::DocBits(resident.meanings.size());
}

bool ExclusionScan::add(std::size_t entry, const std::vector<TagId>& tags,
                        const std::vector<TagId>& shown) {
  const snapshot::MeaningTable& table = resident_->meanings;
  for (const TagId tag : tags) {
    const std::span<const TagId> forms = table.tags_of(table.of(tag));
    if (!has_all(tags, forms) || (has_any(shown, forms) && !has_all(shown, forms))) return false;
  }
  for (const TagId tag : tags) {
    const std::uint32_t meaning = table.of(tag);
    const bool is_shown = std::binary_search(shown.begin(), shown.end(), tag);
    const std::uint32_t mark = mark_of(entry) | (is_shown ? kShown : 0);
    std::uint32_t& known = marks_[meaning];
    if (known == 0) {
      known = mark;
      marked_.push_back(meaning);
      is_marked_.insert(meaning);
    } else if (known != mark) {
      known = kSeveral;
    }
  }
  return true;
}

void ExclusionScan::run(FacetWorks& works, std::uint8_t excluded_places, std::uint8_t shown_places,
                        const Others* others) const {
  works.alone.assign(entries_, 0);
  works.matching = snapshot::DocBits(works.positive.limit());
  works.count = 0;
  if (others != nullptr) works.covered_once.emplace(works.positive.limit());
  // No entry that was taken has this mark.
  const std::uint32_t other_entry = mark_of(entries_);
  resident_->forward.for_each(
      works.positive, [&](std::uint32_t work, std::span<const snapshot::BorneMeaning> borne) {
        std::uint32_t by = 0;  // the mark of the one entry that covers it
        bool is_shown = false;
        if (others != nullptr && others->covered.contains(work))
          by = others->covered_twice.contains(work) ? kSeveral : other_entry;
        for (const snapshot::BorneMeaning meaning : borne) {
          if (!is_marked_.contains(meaning.meaning())) continue;
          if ((meaning.places() & excluded_places) == 0) continue;
          const std::uint32_t mark = marks_[meaning.meaning()];
          const std::uint32_t entry = mark == kSeveral ? mark : mark & ~kShown;
          by = by == 0 || by == entry ? entry : kSeveral;
          if (by == kSeveral) break;
          is_shown = is_shown || ((mark & kShown) != 0 && (meaning.places() & shown_places) != 0);
        }
        if (by == 0) {
          works.matching.insert(work);
          ++works.count;
        } else if (by != kSeveral) {
          if (others != nullptr) works.covered_once->insert(work);
          if (is_shown && by != other_entry) ++works.alone[(by >> 1) - 1];
        }
      });
}

}  // namespace ficsearch::search
