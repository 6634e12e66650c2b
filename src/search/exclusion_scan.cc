// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/exclusion_scan.h"

#include <algorithm>

namespace ficsearch::search {

using store::TagId;

void ExclusionScan::begin(const snapshot::Snapshot::Resident& resident, std::size_t entries) {
  for (const TagId tag : marked_) marks_[static_cast<std::size_t>(tag)] = 0;
  marked_.clear();
  resident_ = &resident;
  entries_ = entries;
  marks_.resize(resident.forward.forms());
  is_marked_ = snapshot::DocBits(resident.forward.forms());
}

void ExclusionScan::add(std::size_t entry, const std::vector<TagId>& tags,
                        const std::vector<TagId>& shown) {
  for (const TagId tag : tags) {
    const bool is_shown = std::binary_search(shown.begin(), shown.end(), tag);
    const std::uint32_t mark = mark_of(entry) | (is_shown ? kShown : 0);
    std::uint32_t& known = marks_[static_cast<std::size_t>(tag)];
    if (known == 0) {
      known = mark;
      marked_.push_back(tag);
      is_marked_.insert(static_cast<std::uint32_t>(tag));
    } else if (known != mark) {
      known = kSeveral;
    }
  }
}

void ExclusionScan::run(FacetWorks& works, std::uint8_t excluded_places, std::uint8_t shown_places,
                        const Others* others, const Deadline& deadline) const {
  works.alone.assign(entries_, 0);
  works.matching = snapshot::DocBits(works.positive.limit());
  works.count = 0;
  if (others != nullptr) works.covered_once.emplace(works.positive.limit());
  // No entry that was taken has this mark.
  const std::uint32_t other_entry = mark_of(entries_);
  PacedDeadline paced(deadline);
  resident_->forward.for_each(
      works.positive, [&](std::uint32_t work, const snapshot::ForwardIndex::Forms& forms) {
        paced.step();
        std::uint32_t by = 0;  // the mark of the one entry that covers it
        bool is_shown = false;
        if (others != nullptr && others->covered.contains(work))
          by = others->covered_twice.contains(work) ? kSeveral : other_entry;
        forms.any_of([&](TagId form, std::uint8_t places) {
          if (!is_marked_.contains(static_cast<std::uint32_t>(form))) return false;
          if ((places & excluded_places) == 0) return false;
          const std::uint32_t mark = marks_[static_cast<std::size_t>(form)];
          const std::uint32_t entry = mark == kSeveral ? mark : mark & ~kShown;
          by = by == 0 || by == entry ? entry : kSeveral;
          is_shown = is_shown || ((mark & kShown) != 0 && (places & shown_places) != 0);
          return by == kSeveral;
        });
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
