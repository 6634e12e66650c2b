// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/borne_meanings.h"

#include <string>

#include "search/applied.h"
#include "search/counted_forms.h"
#include "search/meaning_counter.h"
#include "snapshot/spelling_names.h"
#include "store/slots.h"

namespace ficsearch::search {
namespace {

// A scan of so many works costs less than a few intersections.
constexpr std::uint64_t kFewWorks = 1024;

}  // namespace

const snapshot::Snapshot::MeaningCounts& counts_of_all_works(const store::Reader& reader,
                                                             snapshot::Snapshot& snapshot,
                                                             std::uint8_t places) {
  return snapshot.meaning_counts(places, [&] {
    MeaningCounter counter;
    counter.count(snapshot.live(reader), snapshot.make_resident(reader), places,
                  MeaningCounter::Along::derived, Deadline());
    snapshot::Snapshot::MeaningCounts counts(snapshot.make_resident(reader).meanings.size());
    for (const std::uint32_t meaning : counter.borne()) counts[meaning] = counter.of(meaning);
    return counts;
  });
}

BorneMeanings::BorneMeanings(const query::Plan& plan, const SearchRequest& request,
                             const SearchSources& sources)
    : sources_(sources),
      resident_(*sources.snapshot.resident()),
      completions_(sources.snapshot.make_completions(sources.reader)),
      selector_(sources.mentions.dictionary(), sources.reader.registry()),
      sets_({sources.reader, sources.snapshot, selector_, sources.mentions, sources.tokenizer,
             sources.deadline},
            request),
      labels_(resident_, sets_),
      plan_works_(plan, request, sources.snapshot, sets_),
      places_(store::counted_places(request.spoilers, request.part_scope)),
      of_all_(counts_of_all_works(sources.reader, sources.snapshot, places_)) {
  if (plan_works_.is_every_work()) return;
  matching_ = plan_works_.positive(std::nullopt);
  matching_->subtract(
      plan_works_.excluded(tags_of_excludes(plan, selector_, sources_.exclude_lists)));
  const bool scan_pays = sources.way_of_facets == FacetWay::by_cost
                             ? matching_->count() <= kFewWorks
                             : sources.way_of_facets == FacetWay::scan;
  if (scan_pays) scan();
}

void BorneMeanings::scan() {
  sources_.counter.count(*matching_, resident_, places_, MeaningCounter::Along::derived,
                         sources_.deadline);
  is_scanned_ = true;
}

std::uint64_t BorneMeanings::works(std::uint32_t meaning) {
  if (!matching_ || of_all_[meaning] == 0) return of_all_[meaning];
  return is_scanned_ ? sources_.counter.of(meaning) : intersected(meaning);
}

std::uint64_t BorneMeanings::intersected(std::uint32_t meaning) {
  sources_.deadline.check();
  const std::vector<store::TagId> tags =
      counted_forms(static_cast<MeaningId>(meaning), FacetCounts::direct, resident_.meanings);
  return sets_.count_tags(*matching_, tags, Side::include);
}

BorneTag BorneMeanings::tag(std::uint32_t meaning, std::uint64_t works) {
  const snapshot::MeaningTable& table = resident_.meanings;
  return {table.facet(meaning),
          table.id(meaning),
          label(meaning, works),
          table.concept_of(meaning),
          "",
          {},
          works};
}

std::vector<BorneTag> BorneMeanings::all() {
  count_all();
  std::vector<BorneTag> tags;
  PacedDeadline paced(sources_.deadline);
  for (std::uint32_t meaning = 0; meaning < of_all_.size(); ++meaning) {
    paced.step();
    const std::uint64_t count = works(meaning);
    if (count == 0) continue;
    tags.push_back(tag(meaning, count));
    if (!tags.back().ref) add_names(meaning, tags.back());
  }
  return tags;
}

void BorneMeanings::add_names(std::uint32_t meaning, BorneTag& tag) const {
  const snapshot::MeaningTable& table = resident_.meanings;
  tag.fold = table.fold(meaning);
  snapshot::for_each_sound(meaning, table, *resident_.image, completions_.sounds,
                           [&](std::string_view sound) { tag.sounds.emplace_back(sound); });
}

}  // namespace ficsearch::search
