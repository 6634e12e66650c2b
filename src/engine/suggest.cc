// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/suggest.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ficsearch/search.h"

namespace ficsearch::engine {
namespace {

FilterItem checked_item(std::string_view prefix) {
  FilterItem item = parse_filter_item(base::checked_input(prefix, base::kMaxTagBytes));
  if (tags::TypedTag(item.value).is_empty())
    throw Error(ErrorCode::empty_filter,
                "there is nothing to complete in \"" + std::string(prefix) + "\"");
  return item;
}

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

Ranked of_concept(const tags::Dictionary& dictionary, const tags::Completion& completion,
                  std::optional<std::uint64_t> works) {
  const Concept& subject = dictionary[completion.target];
  const std::string matched =
      completion.name == subject.label() ? std::string() : std::string(completion.name);
  return {completion.fit,
          {subject.id, subject.facet, subject.label(), matched,
           distinct_siblings(dictionary, completion.target), works}};
}

bool is_of(std::optional<Facet> wanted, Facet facet) {
  return !wanted || *wanted == Facet::freeform || *wanted == facet;
}

std::vector<Suggestion> best(std::vector<Ranked> ranked, std::size_t limit) {
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.fit != b.fit) return a.fit < b.fit;
    if (a.suggestion.works != b.suggestion.works) return a.suggestion.works > b.suggestion.works;
    if (a.suggestion.label != b.suggestion.label) return a.suggestion.label < b.suggestion.label;
    return a.suggestion.concept_id < b.suggestion.concept_id;
  });
  if (limit != 0 && ranked.size() > limit)
    ranked.erase(ranked.begin() + static_cast<std::ptrdiff_t>(limit), ranked.end());
  std::vector<Suggestion> suggestions;
  for (Ranked& each : ranked) suggestions.push_back(std::move(each.suggestion));
  return suggestions;
}

}  // namespace

SuggestionRequest::SuggestionRequest(std::string_view prefix, std::size_t most)
    : SuggestionRequest(checked_item(prefix), most) {}

SuggestionRequest::SuggestionRequest(const FilterItem& item, std::size_t most)
    : facet(item.facet), typed(item.value), limit(most) {}

std::vector<Suggestion> suggest(const SuggestionRequest& request,
                                const tags::Completer& completer) {
  const tags::Dictionary& dictionary = completer.dictionary();
  std::vector<Ranked> ranked;
  for (const tags::Completion& completion : completer.complete(request.typed))
    if (is_of(request.facet, dictionary[completion.target].facet))
      ranked.push_back(of_concept(dictionary, completion, std::nullopt));
  return best(std::move(ranked), request.limit);
}

std::vector<Suggestion> suggest(const SuggestionRequest& request, const tags::Completer& completer,
                                const std::vector<search::BorneTag>& borne) {
  std::map<tags::ConceptRef, tags::Completion> of_dictionary;
  for (const tags::Completion& completion : completer.complete(request.typed))
    of_dictionary.emplace(completion.target, completion);
  std::vector<Ranked> ranked;
  for (const search::BorneTag& tag : borne) {
    if (!is_of(request.facet, tag.facet)) continue;
    if (tag.ref) {
      if (const auto found = of_dictionary.find(*tag.ref); found != of_dictionary.end())
        ranked.push_back(of_concept(completer.dictionary(), found->second, tag.works));
    } else if (const auto fit = request.typed.fit(tag.fold, tag.sounds)) {
      ranked.push_back({*fit, {tag.concept_id, tag.facet, tag.label, "", {}, tag.works}});
    }
  }
  return best(std::move(ranked), request.limit);
}

}  // namespace ficsearch::engine
