// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/snapshot_completions.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "snapshot/spelling_names.h"
#include "tags/name_index.h"

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
    const std::vector<Candidate> known = candidates_in_whole();
    for (const tags::Fit fit : {tags::Fit::exact, tags::Fit::same_sound}) {
      tags::HeaviestFirst none;
      choose(with_fit(known, fit), fit, none, [](std::uint32_t) { return false; });
    }
    tags::HeaviestFirst begun;
    borne_.completions().names.add_begun(request_.typed, begun);
    choose(with_fit(known, tags::Fit::begins), tags::Fit::begins, begun,
           [&](std::uint32_t meaning) { return !is_among(known, meaning); });
    if (chosen_.size() < limit_) {
      tags::HeaviestFirst holding;
      borne_.completions().names.add_holding(request_.typed, holding);
      choose(concepts_that_hold(known), tags::Fit::holds, holding,
             [&](std::uint32_t meaning) { return fit_of(meaning) == tags::Fit::holds; });
    }
    std::vector<Ranked> ranked;
    for (const Candidate& candidate : chosen_) {
      const search::BorneTag tag = borne_.tag(candidate.meaning, candidate.works);
      ranked.push_back({candidate.fit, suggestion_of({tag.ref, &tag}, completer_.dictionary(),
                                                     candidate.name, request_.excluded)});
    }
    return ranked;
  }

 private:
  // Every concept that begins so and every spelling that is what was typed, each once, by its best
  // fit; sorted by meaning.
  std::vector<Candidate> candidates_in_whole() const {
    std::vector<Candidate> found;
    for (const tags::Completion& each : completer_.complete_begun(request_.typed))
      add(found, meanings_.of_concept(each.target), each.fit, each.name);
    borne_.completions().names.for_each_whole(
        request_.typed,
        [&](std::uint32_t meaning, tags::Fit fit) { add(found, meaning, fit, {}); });
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.meaning, a.fit) < std::tie(b.meaning, b.fit);
    });
    found.erase(
        std::unique(found.begin(), found.end(),
                    [](const Candidate& a, const Candidate& b) { return a.meaning == b.meaning; }),
        found.end());
    return found;
  }

  std::vector<Candidate> concepts_that_hold(const std::vector<Candidate>& known) const {
    std::vector<Candidate> found;
    for (const tags::Completion& each : completer_.complete(request_.typed))
      if (const std::uint32_t meaning = meanings_.of_concept(each.target);
          each.fit == tags::Fit::holds && !is_among(known, meaning))
        add(found, meaning, each.fit, each.name);
    return found;
  }

  void add(std::vector<Candidate>& found, std::uint32_t meaning, tags::Fit fit,
           std::string_view name) const {
    const std::uint64_t works = borne_.works_at_most(meaning);
    if (works != 0 && is_of(request_.facet, meanings_.facet(meaning)))
      found.push_back({meaning, fit, name, works});
  }

  static std::vector<Candidate> with_fit(const std::vector<Candidate>& found, tags::Fit fit) {
    std::vector<Candidate> fitting;
    std::copy_if(found.begin(), found.end(), std::back_inserter(fitting),
                 [&](const Candidate& candidate) { return candidate.fit == fit; });
    return fitting;
  }

  static bool is_among(const std::vector<Candidate>& sorted, std::uint32_t meaning) {
    const auto place = std::lower_bound(
        sorted.begin(), sorted.end(), meaning,
        [](const Candidate& candidate, std::uint32_t other) { return candidate.meaning < other; });
    return place != sorted.end() && place->meaning == meaning;
  }

  // Of a spelling.
  std::optional<tags::Fit> fit_of(std::uint32_t meaning) const {
    std::vector<std::string> sounds;
    snapshot::for_each_sound(meaning, meanings_, *borne_.resident().image,
                             borne_.completions().sounds,
                             [&](std::string_view sound) { sounds.emplace_back(sound); });
    return request_.typed.fit(meanings_.fold(meaning), sounds);
  }

  // Puts the first of `concepts`, and of the spellings among `names` that are accepted, behind what
  // was chosen, up to the limit.
  template <typename Accept>
  void choose(std::vector<Candidate> concepts, tags::Fit fit, tags::HeaviestFirst& names,
              Accept accept) {
    const std::size_t wanted = limit_ - chosen_.size();
    if (wanted == 0) return;
    std::vector<Candidate> counted = most_borne(std::move(concepts), fit, names, accept, wanted);
    const auto end =
        counted.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, counted.size()));
    std::partial_sort(counted.begin(), end, counted.end(),
                      [&](const Candidate& a, const Candidate& b) {
                        if (a.works != b.works) return a.works > b.works;
                        const std::string a_label = borne_.label(a.meaning, a.works);
                        const std::string b_label = borne_.label(b.meaning, b.works);
                        if (a_label != b_label) return a_label < b_label;
                        return meanings_.id(a.meaning) < meanings_.id(b.meaning);
                      });
    chosen_.insert(chosen_.end(), counted.begin(), end);
  }

  // The `wanted` most borne, with all that are borne as often as the last of them, and perhaps
  // others; counted, none of them 0.
  template <typename Accept>
  std::vector<Candidate> most_borne(std::vector<Candidate> left, tags::Fit fit,
                                    tags::HeaviestFirst& names, Accept accept, std::size_t wanted) {
    const auto is_less_borne = [](const Candidate& a, const Candidate& b) {
      return a.works < b.works;
    };
    std::make_heap(left.begin(), left.end(), is_less_borne);
    std::vector<Candidate> counted;
    std::unordered_set<std::uint32_t> seen;
    // The best counts, the least of them on top.
    std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> best;
    search::PacedDeadline paced(request_.deadline);
    for (;;) {
      paced.step();
      const std::uint64_t of_left = left.empty() ? 0 : left.front().works;
      const std::uint64_t most = std::max<std::uint64_t>(of_left, names.most());
      const bool is_full = best.size() == wanted;
      // Of an equal count the label may still come first.
      if (most == 0 || (is_full && most < best.top())) return counted;
      Candidate candidate{};
      if (of_left == most) {
        std::pop_heap(left.begin(), left.end(), is_less_borne);
        candidate = left.back();
        left.pop_back();
      } else {
        const std::uint32_t meaning = names.take();
        if (!is_of(request_.facet, meanings_.facet(meaning)) || !seen.insert(meaning).second ||
            !accept(meaning))
          continue;
        candidate = {meaning, fit, {}, most};
      }
      candidate.works = borne_.works(candidate.meaning);
      if (candidate.works == 0 || (is_full && candidate.works < best.top())) continue;
      counted.push_back(candidate);
      best.push(candidate.works);
      if (best.size() > wanted) best.pop();
    }
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
