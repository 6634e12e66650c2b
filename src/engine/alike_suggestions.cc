// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/alike_suggestions.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "tags/alike_names.h"
#include "tags/spelling_keys.h"

namespace ficsearch::engine {
namespace {

// What is typed so far has to say something: four letters of a sound have nine pieces.
constexpr std::size_t kLeastPieces = 10;

// What was typed is read here only, since kanji need MeCab.
std::vector<std::uint64_t> pieces_of(const tags::TypedTag& typed) {
  tags::SpellingReader reader;
  const auto keys = reader.keys_of(typed.written());
  const bool is_latin = keys->writing == tags::Writing::latin;
  return tags::name_pieces(keys->folded, is_latin ? std::vector<std::string>() : keys->sounds);
}

// Whether `ref` is kept apart from what was typed, as far as that can be told.
bool is_distinct(tags::ConceptRef ref, const std::vector<tags::Completion>& completions,
                 const tags::Dictionary& dictionary) {
  return std::any_of(
      completions.begin(), completions.end(), [&](const tags::Completion& completion) {
        return completion.target == ref || dictionary.are_distinct(completion.target, ref);
      });
}

// The text of each name, in the order of adding.
std::vector<std::string_view> add_names(const std::vector<Offer>& offers,
                                        std::span<const tags::Completer::Name> of_dictionary,
                                        tags::AlikeNames& names, const search::Deadline& deadline) {
  search::PacedDeadline paced(deadline);
  std::vector<std::string_view> texts;
  std::map<tags::ConceptRef, std::uint32_t> places;
  for (std::uint32_t place = 0; place < offers.size(); ++place) {
    paced.step();
    const Offer& offer = offers[place];
    if (offer.ref) {
      places.emplace(*offer.ref, place);
      continue;
    }
    names.add(place, tags::spelling_pieces(offer.borne->fold, offer.borne->sounds));
    texts.emplace_back();
  }
  for (const tags::Completer::Name& name : of_dictionary) {
    paced.step();
    const auto place = places.find(name.owner);
    if (place == places.end()) continue;
    names.add(place->second, tags::name_pieces(name.fold, name.sounds));
    texts.push_back(name.text);
  }
  return texts;
}

}  // namespace

void add_alike(const SuggestionRequest& request, const tags::Completer& completer,
               double least_share, const FindAlike& find, std::vector<Suggestion>& all) {
  Likeness likeness{pieces_of(request.typed), least_share};
  if (likeness.pieces.size() < kLeastPieces) return;
  const tags::Dictionary& dictionary = completer.dictionary();
  const std::vector<tags::Completion> completions = completer.complete(request.typed);
  find(likeness, [&](const Offer& offer, std::string_view name) {
    if (all.size() >= kEnough) return true;
    if (offer.ref && is_distinct(*offer.ref, completions, dictionary)) return false;
    Suggestion suggestion = suggestion_of(offer, dictionary, name, request.excluded);
    const bool is_there = std::any_of(all.begin(), all.end(), [&](const Suggestion& other) {
      return other.concept_id == suggestion.concept_id;
    });
    if (is_there) return false;
    suggestion.is_alike = true;
    all.push_back(std::move(suggestion));
    return all.size() >= kEnough;
  });
}

void visit_alike(const std::vector<Offer>& offers, const tags::Completer& completer,
                 const search::Deadline& deadline, const Likeness& likeness,
                 const VisitAlike& visit) {
  tags::AlikeNames names(likeness.pieces);
  const std::vector<std::string_view> texts = add_names(offers, completer.names(), names, deadline);
  deadline.check();
  for (const tags::AlikeNames::Alike& alike : std::move(names).best(likeness.least_share))
    if (visit(offers[alike.owner], texts[alike.name])) return;
}

}  // namespace ficsearch::engine
