// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/suggest.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "engine/alike_suggestions.h"
#include "engine/snapshot_alike.h"
#include "engine/snapshot_completions.h"
#include "engine/suggestion_offer.h"

namespace ficsearch::engine {
namespace {

// How much a guess shares with what was typed. Beside names that begin so, less is noise.
constexpr double kShareAlone = 0.15;
constexpr double kShareBesideCompletions = 0.5;

// The offers that what was typed fits, sorted.
std::vector<Ranked> completions(const SuggestionRequest& request, const tags::Completer& completer,
                                const std::vector<Offer>& offers) {
  std::map<tags::ConceptRef, tags::Completion> of_dictionary;
  for (const tags::Completion& completion : completer.complete(request.typed))
    of_dictionary.emplace(completion.target, completion);
  const tags::Dictionary& dictionary = completer.dictionary();
  std::vector<Ranked> ranked;
  search::PacedDeadline paced(request.deadline);
  for (const Offer& offer : offers) {
    paced.step();
    if (offer.ref) {
      if (const auto found = of_dictionary.find(*offer.ref); found != of_dictionary.end())
        ranked.push_back({found->second.fit,
                          suggestion_of(offer, dictionary, found->second.name, request.excluded)});
    } else if (const auto fit = request.typed.fit(offer.borne->fold, offer.borne->sounds)) {
      ranked.push_back({*fit, suggestion_of(offer, dictionary, "", request.excluded)});
    }
  }
  sort(ranked);
  return ranked;
}

// Whether what was typed is a name already, offered or not. Whoever typed it means it.
bool is_known(const tags::TypedTag& typed, const tags::Completer& completer) {
  const std::vector<tags::Completion> begun = completer.complete_begun(typed);
  return std::any_of(begun.begin(), begun.end(), [](const tags::Completion& completion) {
    return completion.fit == tags::Fit::exact || completion.fit == tags::Fit::same_sound;
  });
}

// The completions, of which those behind the limit may be missing, and guesses if they are few.
std::vector<Suggestion> with_guesses(std::vector<Ranked> completions,
                                     const SuggestionRequest& request,
                                     const tags::Completer& completer,
                                     const FindAlike& find_alike) {
  std::vector<Suggestion> all;
  bool is_begun = false;
  for (Ranked& each : completions) {
    is_begun = is_begun || each.fit != tags::Fit::holds;
    all.push_back(std::move(each.suggestion));
  }
  const bool is_full = request.limit != 0 && all.size() >= request.limit;
  if (!is_full && all.size() < kEnough && !is_known(request.typed, completer))
    add_alike(request, completer, is_begun ? kShareBesideCompletions : kShareAlone, find_alike,
              all);
  request.deadline.check();
  if (request.limit != 0 && all.size() > request.limit) all.resize(request.limit);
  return all;
}

// In an order of its own, which decides between guesses: neither that of import nor of a snapshot.
std::vector<Offer> offers_of(std::optional<Facet> facet,
                             const std::vector<search::BorneTag>& borne) {
  std::vector<Offer> offers;
  for (const search::BorneTag& tag : borne)
    if (is_of(facet, tag.facet)) offers.push_back({tag.ref, &tag});
  std::sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) {
    const auto key = [](const Offer& offer) {
      return std::tie(offer.borne->label, offer.borne->facet, offer.borne->concept_id);
    };
    if (a.borne->works != b.borne->works) return a.borne->works > b.borne->works;
    return key(a) < key(b);
  });
  return offers;
}

std::vector<Suggestion> suggest_of(const std::vector<Offer>& offers,
                                   const SuggestionRequest& request,
                                   const tags::Completer& completer) {
  return with_guesses(completions(request, completer, offers), request, completer,
                      [&](const Likeness& likeness, const VisitAlike& visit) {
                        visit_alike(offers, completer, request.deadline, likeness, visit);
                      });
}

}  // namespace

std::vector<Suggestion> suggest(const SuggestionRequest& request,
                                const tags::Completer& completer) {
  const tags::Dictionary& dictionary = completer.dictionary();
  std::vector<Offer> offers;
  for (std::uint32_t i = 0; i < dictionary.concepts().size(); ++i)
    if (is_of(request.facet, dictionary.concepts()[i].facet))
      offers.push_back({tags::ConceptRef{i}, nullptr});
  return suggest_of(offers, request, completer);
}

std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                const std::vector<search::BorneTag>& borne) {
  return suggest_of(offers_of(request.facet, borne), request, completer);
}

std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                search::BorneMeanings& borne) {
  return with_guesses(snapshot_completions(request, completer, borne), request, completer,
                      [&](const Likeness& likeness, const VisitAlike& visit) {
                        visit_alike_in_snapshot(request, completer, borne, likeness, visit);
                      });
}

}  // namespace ficsearch::engine
