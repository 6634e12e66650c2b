// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag_search.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "tags/text_search.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

using Works = std::map<tags::ConceptRef, std::uint64_t>;

std::string name_of(tags::FoundIn where) {
  switch (where) {
    case tags::FoundIn::whole_name:
      return "name";
    case tags::FoundIn::beginning:
      return "beginning";
    case tags::FoundIn::label:
      return "label";
    case tags::FoundIn::spelling:
      return "spelling";
    case tags::FoundIn::definition:
      return "definition";
  }
  return "definition";
}

// `works`: nullptr without an archive.
std::vector<TagMatch> matches(const tags::Dictionary& dictionary, const Works* works,
                              std::string_view text, std::size_t limit) {
  const std::string checked(base::checked_input(text, base::kMaxTagBytes));
  if (text::fold_key(checked).empty())
    throw Error(ErrorCode::empty_filter, "there is nothing to look for in \"" + checked + "\"");
  std::vector<tags::TextMatch> found = tags::search_text(dictionary, checked);
  const auto works_of = [&](tags::ConceptRef ref) -> std::optional<std::uint64_t> {
    if (works == nullptr) return std::nullopt;
    const auto borne = works->find(ref);
    return borne == works->end() ? 0 : borne->second;
  };
  std::stable_sort(found.begin(), found.end(),
                   [&](const tags::TextMatch& a, const tags::TextMatch& b) {
                     if (a.where != b.where) return a.where < b.where;
                     const auto a_works = works_of(a.target);
                     const auto b_works = works_of(b.target);
                     if (a_works != b_works) return a_works > b_works;
                     return dictionary[a.target].label() < dictionary[b.target].label();
                   });
  if (limit != 0 && found.size() > limit) found.resize(limit);

  std::vector<TagMatch> matches;
  for (tags::TextMatch& match : found) {
    const Concept& subject = dictionary[match.target];
    matches.push_back({{subject.id, subject.facet, subject.label(), works_of(match.target)},
                       name_of(match.where),
                       std::move(match.name)});
  }
  return matches;
}

}  // namespace

std::vector<TagMatch> search_tags(const tags::Dictionary& dictionary, std::string_view text,
                                  std::size_t limit) {
  return matches(dictionary, nullptr, text, limit);
}

std::vector<TagMatch> search_tags(const tags::Dictionary& dictionary,
                                  const std::vector<search::BorneTag>& borne, std::string_view text,
                                  std::size_t limit) {
  Works works;
  for (const search::BorneTag& tag : borne)
    if (tag.ref) works.emplace(*tag.ref, tag.works);
  return matches(dictionary, &works, text, limit);
}

}  // namespace ficsearch::engine
