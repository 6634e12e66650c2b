// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/alike_suggestions.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "tags/alike_names.h"
#include "tags/script.h"
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
    const bool is_latin = tags::script_of(offer.borne->fold) == tags::SpellingScript::latin;
    names.add(place, tags::name_pieces(offer.borne->fold, is_latin ? std::span<const std::string>()
                                                                   : offer.borne->sounds));
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
               const std::function<std::vector<Offer>()>& find_offers, double least_share,
               std::vector<Suggestion>& all) {
  std::vector<std::uint64_t> pieces = pieces_of(request.typed);
  if (pieces.size() < kLeastPieces) return;
  const tags::Dictionary& dictionary = completer.dictionary();
  const std::vector<tags::Completion> completions = completer.complete(request.typed);
  const std::vector<Offer> offers = find_offers();
  tags::AlikeNames names(std::move(pieces));
  const std::vector<std::string_view> texts =
      add_names(offers, completer.names(), names, request.deadline);
  request.deadline.check();
  for (const tags::AlikeNames::Alike& alike : std::move(names).best(least_share)) {
    if (all.size() >= kEnough) return;
    const Offer& offer = offers[alike.owner];
    if (offer.ref && is_distinct(*offer.ref, completions, dictionary)) continue;
    Suggestion suggestion = suggestion_of(offer, dictionary, texts[alike.name], request.excluded);
    const bool is_there = std::any_of(all.begin(), all.end(), [&](const Suggestion& other) {
      return other.concept_id == suggestion.concept_id;
    });
    if (is_there) continue;
    suggestion.is_alike = true;
    all.push_back(std::move(suggestion));
  }
}

}  // namespace ficsearch::engine
