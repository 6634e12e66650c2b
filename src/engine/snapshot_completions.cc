// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/snapshot_completions.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <queue>
#include <string_view>
#include <tuple>
#include <utility>

namespace ficsearch::engine {
namespace {

// A meaning with a name that fits.
struct Candidate {
  std::uint32_t meaning;
  tags::Fit fit;
  std::string_view name;  // of a concept; empty for a spelling
  std::uint64_t works;    // at most; once it is counted, exactly
};

class SnapshotCompletions {
 public:
  SnapshotCompletions(const SuggestionRequest& request, const tags::Completer& completer,
                      search::BorneMeanings& borne)
      : request_(request),
        completer_(completer),
        borne_(borne),
        meanings_(borne.resident().meanings),
        limit_(request.limit != 0 ? request.limit : std::numeric_limits<std::size_t>::max()) {}

  std::vector<Ranked> take() {
    const std::vector<Candidate> begun = candidates_that_begin();
    for (const tags::Fit fit : {tags::Fit::exact, tags::Fit::same_sound, tags::Fit::begins})
      choose(begun, fit);
    if (chosen_.size() < limit_) choose(candidates_that_hold(begun), tags::Fit::holds);
    std::vector<Ranked> ranked;
    for (const Candidate& candidate : chosen_) {
      const search::BorneTag tag = borne_.tag(candidate.meaning, candidate.works);
      ranked.push_back(
          {candidate.fit, suggestion_of({tag.ref, &tag}, completer_.dictionary(), candidate.name)});
    }
    return ranked;
  }

 private:
  // Each meaning once, by its best fit; sorted by meaning.
  std::vector<Candidate> candidates_that_begin() const {
    std::vector<Candidate> found;
    for (const tags::Completion& each : completer_.complete_begun(request_.typed))
      add(found, meanings_.of_concept(each.target), each.fit, each.name);
    borne_.resident().names.for_each_begun(
        request_.typed,
        [&](std::uint32_t meaning, tags::Fit fit) { add(found, meaning, fit, {}); });
    keep_best(found);
    return found;
  }

  std::vector<Candidate> candidates_that_hold(const std::vector<Candidate>& begun) const {
    std::vector<Candidate> found;
    for (const tags::Completion& each : completer_.complete(request_.typed))
      if (each.fit == tags::Fit::holds)
        add(found, meanings_.of_concept(each.target), each.fit, each.name);
    borne_.resident().names.for_each_holding(
        request_.typed, [&](std::uint32_t meaning) { add(found, meaning, tags::Fit::holds, {}); });
    std::erase_if(found, [&](const Candidate& candidate) {
      return std::binary_search(begun.begin(), begun.end(), candidate, by_meaning);
    });
    keep_best(found);
    return found;
  }

  void add(std::vector<Candidate>& found, std::uint32_t meaning, tags::Fit fit,
           std::string_view name) const {
    const std::uint64_t works = borne_.works_at_most(meaning);
    if (works != 0 && is_of(request_.facet, meanings_.facet(meaning)))
      found.push_back({meaning, fit, name, works});
  }

  static bool by_meaning(const Candidate& a, const Candidate& b) { return a.meaning < b.meaning; }

  static void keep_best(std::vector<Candidate>& found) {
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.meaning, a.fit) < std::tie(b.meaning, b.fit);
    });
    found.erase(
        std::unique(found.begin(), found.end(),
                    [](const Candidate& a, const Candidate& b) { return a.meaning == b.meaning; }),
        found.end());
  }

  // Puts the first of those with this fit behind what was chosen, up to the limit.
  void choose(const std::vector<Candidate>& found, tags::Fit fit) {
    const std::size_t wanted = limit_ - chosen_.size();
    if (wanted == 0) return;
    std::vector<Candidate> left;
    std::copy_if(found.begin(), found.end(), std::back_inserter(left),
                 [&](const Candidate& candidate) { return candidate.fit == fit; });
    std::vector<Candidate> counted = most_borne(std::move(left), wanted);
    std::sort(counted.begin(), counted.end(), [&](const Candidate& a, const Candidate& b) {
      if (a.works != b.works) return a.works > b.works;
      const std::string_view a_label = meanings_.label(a.meaning);
      const std::string_view b_label = meanings_.label(b.meaning);
      if (a_label != b_label) return a_label < b_label;
      return meanings_.id(a.meaning) < meanings_.id(b.meaning);
    });
    if (counted.size() > wanted) counted.resize(wanted);
    chosen_.insert(chosen_.end(), counted.begin(), counted.end());
  }

  // The `wanted` most borne, with all that are borne as often as the last of them, and perhaps
  // others; counted, none of them 0.
  std::vector<Candidate> most_borne(std::vector<Candidate> left, std::size_t wanted) {
    const auto is_less_borne = [](const Candidate& a, const Candidate& b) {
      return a.works < b.works;
    };
    std::make_heap(left.begin(), left.end(), is_less_borne);
    std::vector<Candidate> counted;
    // The best counts, the least of them on top.
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> best;
    while (!left.empty()) {
      std::pop_heap(left.begin(), left.end(), is_less_borne);
      Candidate candidate = left.back();
      left.pop_back();
      const bool is_full = best.size() == wanted;
      // Of an equal count the label may still come first.
      if (is_full && candidate.works < best.top()) break;
      candidate.works = borne_.works(candidate.meaning);
      if (candidate.works == 0 || (is_full && candidate.works < best.top())) continue;
      counted.push_back(candidate);
      best.push(candidate.works);
      if (best.size() > wanted) best.pop();
    }
    return counted;
  }

  const SuggestionRequest& request_;
  const tags::Completer& completer_;
  search::BorneMeanings& borne_;
  const snapshot::MeaningTable& meanings_;
  std::size_t limit_;
  std::vector<Candidate> chosen_;
};

}  // namespace

std::vector<Ranked> snapshot_completions(const SuggestionRequest& request,
                                         const tags::Completer& completer,
                                         search::BorneMeanings& borne) {
  return SnapshotCompletions(request, completer, borne).take();
}

}  // namespace ficsearch::engine
