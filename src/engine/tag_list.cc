// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag_list.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "ficsearch/error.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

std::set<std::string> ids_below(const tags::Dictionary& dictionary, const std::string& name) {
  const auto ref = dictionary.resolve(text::fold_key(name), std::nullopt);
  if (!ref) throw Error(ErrorCode::no_concept, "there is no concept \"" + name + "\"");
  std::set<std::string> ids;
  for (const tags::ConceptRef narrower : dictionary.with_narrower(*ref))
    ids.insert(dictionary[narrower].id);
  return ids;
}

std::vector<TagSummary> chosen(std::vector<TagSummary> summaries,
                               const tags::Dictionary& dictionary, const TagListOptions& options) {
  const std::set<std::string> below =
      options.below.empty() ? std::set<std::string>() : ids_below(dictionary, options.below);
  std::erase_if(summaries, [&](const TagSummary& summary) {
    return (options.facet && summary.facet != *options.facet) ||
           (!below.empty() && !below.contains(summary.concept_id));
  });
  std::sort(summaries.begin(), summaries.end(), [](const TagSummary& a, const TagSummary& b) {
    if (a.works != b.works) return a.works > b.works;
    if (a.label != b.label) return a.label < b.label;
    return a.concept_id < b.concept_id;
  });
  if (options.limit != 0 && summaries.size() > options.limit) summaries.resize(options.limit);
  return summaries;
}

}  // namespace

std::vector<TagSummary> list_tags(const tags::Dictionary& dictionary,
                                  const TagListOptions& options) {
  std::vector<TagSummary> summaries;
  for (const Concept& subject : dictionary.concepts())
    summaries.push_back({subject.id, subject.facet, subject.label(), std::nullopt});
  return chosen(std::move(summaries), dictionary, options);
}

std::vector<TagSummary> list_tags(const tags::Dictionary& dictionary,
                                  const std::vector<search::BorneTag>& borne,
                                  const TagListOptions& options) {
  std::vector<TagSummary> summaries;
  std::set<std::string> listed;
  for (const search::BorneTag& tag : borne) {
    summaries.push_back({tag.concept_id, tag.facet, tag.label, tag.works});
    if (tag.ref) listed.insert(tag.concept_id);
  }
  for (const Concept& subject : dictionary.concepts())
    if (!listed.contains(subject.id))
      summaries.push_back({subject.id, subject.facet, subject.label(), 0});
  return chosen(std::move(summaries), dictionary, options);
}

}  // namespace ficsearch::engine
