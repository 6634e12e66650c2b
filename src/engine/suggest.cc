// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/suggest.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ficsearch/search.h"
#include "tags/alike_names.h"
#include "tags/script.h"
#include "tags/spelling_keys.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

FilterItem checked_item(std::string_view prefix) {
  FilterItem item = parse_filter_item(base::checked_input(prefix, base::kMaxTagBytes));
  if (tags::TypedTag(item.value).is_empty())
    throw Error(ErrorCode::empty_filter,
                "there is nothing to complete in \"" + std::string(prefix) + "\"");
  return item;
}

// What can be suggested: a concept, a spelling of the archive, or a concept that the archive bears.
struct Offer {
  std::optional<tags::ConceptRef> ref;
  const search::BorneTag* borne = nullptr;

  std::optional<std::uint64_t> works() const {
    return borne == nullptr ? std::nullopt : std::optional(borne->works);
  }
};

struct Ranked {
  tags::Fit fit;
  Suggestion suggestion;
};

// Distinct concepts right beside this one: those whose names are typed by mistake.
std::vector<std::string> distinct_siblings(const tags::Dictionary& dictionary,
                                           tags::ConceptRef ref) {
  std::vector<std::string> labels;
  const Concept& subject = dictionary[ref];
  for (const DistinctFrom& other : subject.distinct) {
    const auto other_ref = dictionary.find(other.concept_id);
    if (!other_ref) continue;
    const Concept& sibling = dictionary[*other_ref];
    const bool shares = std::any_of(
        sibling.broader.begin(), sibling.broader.end(), [&](const std::string& broader) {
          return std::find(subject.broader.begin(), subject.broader.end(), broader) !=
                 subject.broader.end();
        });
    if (shares) labels.push_back(sibling.label());
  }
  return labels;
}

// `name` is the alias or reading that led to it; empty for a spelling of the archive.
Suggestion suggestion_of(const Offer& offer, const tags::Dictionary& dictionary,
                         std::string_view name) {
  if (!offer.ref) {
    const search::BorneTag& tag = *offer.borne;
    return {tag.concept_id, tag.facet, tag.label, "", {}, tag.works};
  }
  const Concept& subject = dictionary[*offer.ref];
  return {subject.id,
          subject.facet,
          subject.label(),
          name == subject.label() ? std::string() : std::string(name),
          distinct_siblings(dictionary, *offer.ref),
          offer.works()};
}

// The suggestions after which nobody needs what is merely alike.
constexpr std::size_t kEnough = 5;
// What is typed so far has to say something: four letters of a sound have nine pieces.
constexpr std::size_t kLeastPieces = 10;
// How much a guess shares with what was typed. Beside names that begin so, less is noise.
constexpr double kShareAlone = 0.15;
constexpr double kShareBesideCompletions = 0.5;

bool is_of(std::optional<Facet> wanted, Facet facet) {
  return !wanted || *wanted == Facet::freeform || *wanted == facet;
}

void sort(std::vector<Ranked>& ranked) {
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.fit != b.fit) return a.fit < b.fit;
    if (a.suggestion.works != b.suggestion.works) return a.suggestion.works > b.suggestion.works;
    if (a.suggestion.label != b.suggestion.label) return a.suggestion.label < b.suggestion.label;
    return a.suggestion.concept_id < b.suggestion.concept_id;
  });
}

// Finds what somebody can have meant, among `offers`.
class Suggester {
 public:
  Suggester(const SuggestionRequest& request, const tags::Completer& completer,
            std::vector<Offer> offers)
      : request_(request),
        completer_(completer),
        dictionary_(completer.dictionary()),
        offers_(std::move(offers)),
        completions_(completer.complete(request.typed)) {}

  std::vector<Suggestion> suggestions() const {
    std::vector<Suggestion> all;
    bool is_begun = false;
    for (Ranked& each : completions()) {
      is_begun = is_begun || each.fit != tags::Fit::holds;
      all.push_back(std::move(each.suggestion));
    }
    if (!is_known() && all.size() < kEnough)
      add_alike(is_begun ? kShareBesideCompletions : kShareAlone, all);
    if (request_.limit != 0 && all.size() > request_.limit) all.resize(request_.limit);
    return all;
  }

 private:
  std::vector<Ranked> completions() const;
  // Whether what was typed is a name already, offered or not. Whoever typed it means it.
  bool is_known() const {
    return std::any_of(completions_.begin(), completions_.end(), [](const tags::Completion& c) {
      return c.fit == tags::Fit::exact || c.fit == tags::Fit::same_sound;
    });
  }
  // Whether `ref` is kept apart from what was typed, as far as that can be told.
  bool is_distinct(tags::ConceptRef ref) const {
    return std::any_of(
        completions_.begin(), completions_.end(), [&](const tags::Completion& completion) {
          return completion.target == ref || dictionary_.are_distinct(completion.target, ref);
        });
  }
  void add_alike(double least_share, std::vector<Suggestion>& all) const;
  std::vector<std::string_view> add_names(tags::AlikeNames& names) const;

  const SuggestionRequest& request_;
  const tags::Completer& completer_;
  const tags::Dictionary& dictionary_;
  std::vector<Offer> offers_;
  std::vector<tags::Completion> completions_;  // offered or not
};

std::vector<Ranked> Suggester::completions() const {
  std::map<tags::ConceptRef, tags::Completion> of_dictionary;
  for (const tags::Completion& completion : completions_)
    of_dictionary.emplace(completion.target, completion);
  std::vector<Ranked> ranked;
  for (const Offer& offer : offers_) {
    if (offer.ref) {
      if (const auto found = of_dictionary.find(*offer.ref); found != of_dictionary.end())
        ranked.push_back(
            {found->second.fit, suggestion_of(offer, dictionary_, found->second.name)});
    } else if (const auto fit = request_.typed.fit(offer.borne->fold, offer.borne->sounds)) {
      ranked.push_back({*fit, suggestion_of(offer, dictionary_, "")});
    }
  }
  sort(ranked);
  return ranked;
}

// What was typed is read here only, since kanji need MeCab.
std::vector<std::uint64_t> pieces_of(const tags::TypedTag& typed) {
  tags::SpellingReader reader;
  const auto keys = reader.keys_of(typed.written());
  const bool is_latin = keys->writing == tags::Writing::latin;
  return tags::name_pieces(keys->folded, is_latin ? std::vector<std::string>() : keys->sounds);
}

// The text of each name, in the order of adding.
std::vector<std::string_view> Suggester::add_names(tags::AlikeNames& names) const {
  std::vector<std::string_view> texts;
  std::map<tags::ConceptRef, std::uint32_t> places;
  for (std::uint32_t place = 0; place < offers_.size(); ++place) {
    const Offer& offer = offers_[place];
    if (offer.ref) {
      places.emplace(*offer.ref, place);
      continue;
    }
    const bool is_latin = tags::script_of(offer.borne->fold) == tags::SpellingScript::latin;
    names.add(place, tags::name_pieces(offer.borne->fold, is_latin ? std::span<const std::string>()
                                                                   : offer.borne->sounds));
    texts.emplace_back();
  }
  for (const tags::Completer::Name& name : completer_.names()) {
    const auto place = places.find(name.owner);
    if (place == places.end()) continue;
    names.add(place->second, tags::name_pieces(name.fold, name.sounds));
    texts.push_back(name.text);
  }
  return texts;
}

void Suggester::add_alike(double least_share, std::vector<Suggestion>& all) const {
  std::vector<std::uint64_t> typed = pieces_of(request_.typed);
  if (typed.size() < kLeastPieces) return;
  tags::AlikeNames names(std::move(typed));
  const std::vector<std::string_view> texts = add_names(names);
  for (const tags::AlikeNames::Alike& alike : std::move(names).best(least_share)) {
    if (all.size() >= kEnough) return;
    const Offer& offer = offers_[alike.owner];
    if (offer.ref && is_distinct(*offer.ref)) continue;
    Suggestion suggestion = suggestion_of(offer, dictionary_, texts[alike.name]);
    const bool is_there = std::any_of(all.begin(), all.end(), [&](const Suggestion& other) {
      return other.concept_id == suggestion.concept_id;
    });
    if (is_there) continue;
    suggestion.is_alike = true;
    all.push_back(std::move(suggestion));
  }
}

}  // namespace

SuggestionRequest::SuggestionRequest(std::string_view prefix, std::size_t most)
    : SuggestionRequest(checked_item(prefix), most) {}

SuggestionRequest::SuggestionRequest(const FilterItem& item, std::size_t most)
    : facet(item.facet), typed(item.value), limit(most) {}

std::vector<Suggestion> suggest(const SuggestionRequest& request,
                                const tags::Completer& completer) {
  const tags::Dictionary& dictionary = completer.dictionary();
  std::vector<Offer> offers;
  for (std::uint32_t i = 0; i < dictionary.concepts().size(); ++i)
    if (is_of(request.facet, dictionary.concepts()[i].facet))
      offers.push_back({tags::ConceptRef{i}, nullptr});
  return Suggester(request, completer, std::move(offers)).suggestions();
}

std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                const std::vector<search::BorneTag>& borne) {
  std::vector<Offer> offers;
  for (const search::BorneTag& tag : borne)
    if (is_of(request.facet, tag.facet)) offers.push_back({tag.ref, &tag});
  return Suggester(request, completer, std::move(offers)).suggestions();
}

}  // namespace ficsearch::engine
