// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/hit_builder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "ficsearch/error.h"
#include "ficsearch/text.h"
#include "search/stored_fields.h"
#include "text/keys.h"

namespace ficsearch::search {
namespace {

constexpr std::size_t kExcerptBytes = 300;

constexpr std::array<std::string_view, 3> kHighlightFields{"title", "summary", "text"};

bool asks(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// An advisory as readers know it: its id without the facet in front.
std::string advisory_name(const Concept& advisory) {
  constexpr std::string_view kPrefix = "advisory-";
  return advisory.id.starts_with(kPrefix) ? advisory.id.substr(kPrefix.size()) : advisory.id;
}

}  // namespace

void check_highlight_fields(const SearchRequest& request) {
  for (const std::string& name : request.highlight_fields)
    if (std::find(kHighlightFields.begin(), kHighlightFields.end(), name) == kHighlightFields.end())
      throw Error(ErrorCode::unknown_field, "there is no text field \"" + name + "\" to highlight",
                  {}, "fields: title, summary, text");
}

bool asks_only_ids(const SearchRequest& request) {
  return request.fields.size() == 1 && request.fields.front() == "id";
}

std::vector<std::string> phrases_of(const query::Plan& plan) {
  std::vector<std::string> phrases;
  for (const query::PlanNode& node : plan.rank)
    if (const auto* phrase = std::get_if<query::TextPhrase>(&node.value))
      phrases.push_back(phrase->text);
  return phrases;
}

Hit HitBuilder::build(const Work& work) {
  Hit hit;
  hit.id = work.id;
  if (asks_only_ids(request_)) return hit;
  hit.title = work.title;
  hit.authors = work.authors;
  add_tags(hit, work);
  add_highlights(hit, work);
  hit.fields = stored_fields(work, request_.fields);
  return hit;
}

// The tags of a stored work are in the registry: they were put there in one transaction.
const Meaning& HitBuilder::meaning_of(const Tag& tag) {
  for (const store::TagEntry& entry : registry_.with_fold(text::fold_key(tag.name)))
    if (entry.facet == tag.facet && entry.written == tag.name)
      return meanings_[meanings_.of(entry.id)];
  throw Error(ErrorCode::index_corrupt,
              "the tag \"" + tag.name + "\" of a work is not in the registry");
}

void HitBuilder::add_tags(Hit& hit, const Work& work) {
  std::map<Facet, std::vector<TagUse>> by_facet;
  std::set<std::string> always;
  std::set<std::string> commonly;
  const auto note_advisories = [&](tags::ConceptRef ref) {
    for (const tags::ConceptRef broader : dictionary_.with_broader(ref)) {
      const Concept& subject = dictionary_[broader];
      if (subject.facet == Facet::advisory) always.insert(advisory_name(subject));
      for (const std::string& id : subject.advisories_always)
        always.insert(advisory_name(dictionary_[*dictionary_.find(id)]));
      for (const std::string& id : subject.advisories_commonly)
        commonly.insert(advisory_name(dictionary_[*dictionary_.find(id)]));
    }
  };
  const auto add = [&](const std::vector<Tag>& tags, const std::string& part) {
    for (const Tag& tag : tags) {
      if (tag.spoiler != 0 && request_.spoilers == Spoilers::none) continue;
      const Meaning& meaning = meaning_of(tag);
      if (meaning.ref) note_advisories(*meaning.ref);
      by_facet[meaning.facet].push_back({meaning.concept_id, meaning.ref ? meaning.label : tag.name,
                                         tag.name, tag.spoiler, tag.strength, part});
    }
  };
  add(work.tags, {});
  for (const Part& part : work.parts)
    if (part.main || request_.part_scope == PartScope::any) add(part.tags, part.id);

  for (const Facet facet : kAllFacets)
    if (auto found = by_facet.find(facet); found != by_facet.end())
      hit.tags.emplace_back(facet, std::move(found->second));
  hit.advisories.assign(always.begin(), always.end());
  for (const std::string& name : commonly)
    if (!always.contains(name)) hit.advisories.push_back(name);
}

void HitBuilder::add_highlights(Hit& hit, const Work& work) const {
  const auto wanted = [&](std::string_view field) {
    return request_.highlight_fields.empty() || asks(request_.highlight_fields, field);
  };
  if (wanted("title")) {
    Highlight title = highlighter_.whole(work.title);
    if (!title.matches.empty()) hit.highlights.emplace_back("title", std::move(title));
  }
  bool found = false;
  if (wanted("summary") && !work.summary.empty()) {
    hit.highlights.emplace_back("summary", highlighter_.excerpt(work.summary, kExcerptBytes));
    found = !hit.highlights.back().second.matches.empty();
  }
  if (!wanted("text") || work.text.empty()) return;
  // A body is long: it is looked through only where the summary has not already shown why the work
  // was found.
  const bool asked = !request_.highlight_fields.empty();
  if (found && !asked) return;
  Highlight text = highlighter_.excerpt(work.text, kExcerptBytes);
  if (asked || work.summary.empty() || !text.matches.empty())
    hit.highlights.emplace_back("text", std::move(text));
}

}  // namespace ficsearch::search
