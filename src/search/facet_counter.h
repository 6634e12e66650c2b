// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ficsearch/search.h"
#include "search/deadline.h"
#include "search/tag_meanings.h"
#include "snapshot/doc_bits.h"
#include "store/slots.h"

namespace ficsearch::search {

// Counts, over the works that a match visits, how many bear each meaning: every work once for each
// meaning that it bears in one of the counted places, whatever the number of spellings, and once
// for each that its meanings bring along: advisories, perspectives and media; by closure, what is
// broader too.
class FacetCounter : public Xapian::MatchSpy {
 public:
  FacetCounter(TagMeanings& meanings, std::uint8_t counted_places, FacetCounts counts)
      : meanings_(meanings), counted_places_(counted_places), counts_as_(counts) {}

  void operator()(const Xapian::Document& document, double weight) override;
  // Counts one more work, by the value of its tag slot.
  void count(std::string_view tag_value);
  // Counts the works of a set, reading the tag slot of each.
  void count_each(const snapshot::DocBits& works, const Xapian::Database& database,
                  const Deadline& deadline);

  // Meanings of a facet with the number of works that bear them, none of them 0; in no particular
  // order.
  std::vector<std::pair<MeaningId, std::uint64_t>> counts(Facet facet) const;
  // What a meaning that was counted is called among the works that were visited.
  std::string label(MeaningId id) const;

 private:
  void count_once(MeaningId id);
  void note_form(MeaningId id, store::TagId tag);

  TagMeanings& meanings_;
  std::uint8_t counted_places_;
  FacetCounts counts_as_;
  std::uint64_t work_ = 0;  // number of the work that is being counted, from 1
  std::vector<std::uint64_t> counts_;
  std::vector<std::uint64_t> last_work_;  // by meaning: the last work that counted for it
  std::vector<bool> seen_;                // by tag
  std::unordered_map<std::uint32_t, std::vector<store::TagId>> forms_;  // of spellings, by meaning
  std::vector<store::PlacedTag> tags_;
};

}  // namespace ficsearch::search
