// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/tag_warnings.h"

#include <algorithm>

#include "query/in_quotes.h"
#include "text/keys.h"
#include "text/near_names.h"

namespace ficsearch::query {
namespace {

constexpr std::size_t kMaxSuggestions = 5;

// Facets whose values are names and states of works, which no dictionary lists.
bool is_open(std::optional<Facet> facet) {
  return facet == Facet::author || facet == Facet::series || facet == Facet::collection ||
         facet == Facet::language || facet == Facet::rating || facet == Facet::status;
}

std::string message_of(const UnknownTag& tag) {
  if (tag.borne)
    return "the dictionary does not know " + in_quotes(tag.input) +
           ": only works with this spelling are " +
           (tag.effect == Effect::finds ? "found" : "left out");
  const std::string unknown = "neither dictionary nor archive knows " + in_quotes(tag.input) + ": ";
  switch (tag.effect) {
    case Effect::finds:
      return unknown + "no work bears it";
    case Effect::leaves_out:
      return unknown + "no work bears it, so it leaves nothing out";
    case Effect::leaves_out_text:
      break;
  }
  return unknown + "works with this text in tags, title or summary are left out";
}

Warning warning_about(const UnknownTag& tag) {
  return {"unknown_tag", message_of(tag), tag.input, {}};
}

}  // namespace

std::optional<TagNotice> notice_of_unknown(UnknownTag tag) {
  if (!tag.borne) return tag;
  if (is_open(tag.facet)) return std::nullopt;
  return warning_about(tag);  // a spelling of the archive is what was meant: nothing is nearer
}

Warning warning_of_ambiguous(const std::string& input, const std::vector<std::string>& candidates,
                             Effect effect) {
  Warning warning;
  warning.code = "ambiguous_tag";
  warning.message =
      in_quotes(input) + (effect == Effect::finds
                              ? " can mean several things; write the one you mean:"
                              : " covers several concepts, and all of them are left out:");
  for (const std::string& candidate : candidates)
    warning.message += (&candidate == &candidates.front() ? " " : ", ") + candidate;
  warning.input = input;
  return warning;
}

bool TagWarnings::has_unknown() const {
  return std::any_of(notices_.begin(), notices_.end(), [](const TagNotice& notice) {
    return std::holds_alternative<UnknownTag>(notice);
  });
}

std::vector<Warning> TagWarnings::take(const Plan& filters) {
  const ExcludedConcepts excluded(filters, context_.dictionary);
  const std::vector<std::vector<std::string>> borne = nearest_borne(filters);
  std::vector<Warning> warnings;
  std::size_t unknown = 0;
  for (const TagNotice& notice : notices_) {
    if (const auto* warning = std::get_if<Warning>(&notice)) {
      warnings.push_back(*warning);
      continue;
    }
    const auto& tag = std::get<UnknownTag>(notice);
    warnings.push_back(warning_about(tag));
    if (unknown++ < kMaxSuggested)
      warnings.back().suggestions = nearest(tag, borne[unknown - 1], excluded);
    else
      warnings.back().message += " (suggestions are left out after the first " +
                                 std::to_string(kMaxSuggested) + " unknown entries)";
  }
  notices_.clear();
  return warnings;
}

// For the unknown tags that get suggestions, what the archive bears that is near.
std::vector<std::vector<std::string>> TagWarnings::nearest_borne(const Plan& filters) const {
  std::vector<std::string> texts;
  for (const TagNotice& notice : notices_)
    if (const auto* tag = std::get_if<UnknownTag>(&notice);
        tag != nullptr && texts.size() < kMaxSuggested)
      texts.push_back(tag->text);
  if (texts.empty()) return {};
  return context_.known.nearest(texts, kMaxSuggestions, filters);
}

// The tag under its right facet first, if only the facet is wrong; then near spellings.
std::vector<std::string> TagWarnings::nearest(const UnknownTag& tag,
                                              const std::vector<std::string>& borne,
                                              const ExcludedConcepts& excluded) const {
  text::NearNames candidates(tag.text, 4 * kMaxSuggestions);
  for (const tags::Dictionary::Alias& alias : context_.dictionary.aliases())
    if ((!tag.facet || tag.facet == Facet::freeform ||
         tag.facet == context_.dictionary[alias.target].facet) &&
        !excluded.contains(alias.target))
      candidates.add(alias.text);
  for (const std::string& written : borne) candidates.add(written);

  std::vector<std::string> suggestions;
  const auto elsewhere = context_.dictionary.resolve(tag.fold_key, std::nullopt);
  if (elsewhere && !excluded.contains(*elsewhere)) {
    const Concept& found = context_.dictionary[*elsewhere];
    suggestions.push_back(std::string(to_string(found.facet)) + ":" + found.id);
  }
  // Several writings of one tag are one suggestion.
  std::vector<std::string> keys{tag.fold_key};
  for (std::string& near : candidates.names()) {
    std::string key = text::fold_key(near);
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    keys.push_back(std::move(key));
    suggestions.push_back(std::move(near));
  }
  if (suggestions.size() > kMaxSuggestions) suggestions.resize(kMaxSuggestions);
  return suggestions;
}

}  // namespace ficsearch::query
