// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/archive_lint.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "tags/lint_names.h"

namespace ficsearch::search {
namespace {

// Nobody maps the names of people, series and shelves to concepts of the dictionary.
bool may_be_mapped(Facet facet) noexcept {
  switch (facet) {
    case Facet::author:
    case Facet::series:
    case Facet::collection:
    case Facet::language:
    case Facet::rating:
    case Facet::status:
      return false;
    default:
      return true;
  }
}

std::string in_quotes(const std::string& text) {
  return '"' + text + '"';
}

std::string works_of(const BorneTag& tag) {
  return std::to_string(tag.works) + (tag.works == 1 ? " work" : " works");
}

LintFinding finding_of(const std::string& kind, const BorneTag& tag, std::string b,
                       std::string message) {
  return {kind, tag.label, std::move(b), std::move(message), Likelihood::likely, tag.works};
}

void find_collisions(const std::vector<BorneTag>& tags, const tags::Dictionary& dictionary,
                     std::vector<LintFinding>& findings) {
  std::map<std::string, std::vector<const BorneTag*>> by_fold;
  for (const BorneTag& tag : tags)
    if (!tag.ref) by_fold[tag.fold].push_back(&tag);
  for (const BorneTag& tag : tags) {
    if (tag.ref) continue;
    if (const auto ref = dictionary.resolve(tag.fold, std::nullopt)) {
      const Concept& subject = dictionary[*ref];
      findings.push_back(finding_of("collision", tag, subject.label(),
                                    in_quotes(tag.label) + " is tagged as " +
                                        std::string(to_string(tag.facet)) + " in " + works_of(tag) +
                                        ", and means the " + std::string(to_string(subject.facet)) +
                                        " " + subject.id));
      continue;
    }
    const std::vector<const BorneTag*>& same = by_fold[tag.fold];
    if (same.size() < 2 || same.front() != &tag) continue;
    std::string facets;
    for (const BorneTag* each : same)
      facets += (facets.empty() ? "" : ", ") + std::string(to_string(each->facet)) + " (" +
                works_of(*each) + ")";
    findings.push_back(
        finding_of("collision", tag, same[1]->label,
                   in_quotes(tag.label) + " is tagged in several facets: " + facets));
  }
}

const tags::LintName* find_near(const tags::LintName& name,
                                const std::vector<tags::LintName>& of_dictionary) {
  const tags::LintName* nearest = nullptr;
  std::size_t fewest = 0;
  for (const tags::LintName& other : of_dictionary) {
    const auto edits = tags::edits_between(name, other);
    if (!edits || !tags::is_likely_mistaken(name, other, *edits)) continue;
    if (nearest != nullptr && *edits >= fewest) continue;
    nearest = &other;
    fewest = *edits;
  }
  return nearest;
}

void find_unmapped(const std::vector<BorneTag>& tags, const tags::Dictionary& dictionary,
                   const LintOptions& options, std::vector<LintFinding>& findings) {
  const std::vector<tags::LintName> names = tags::lint_names(dictionary);
  std::size_t shown = 0;
  for (const BorneTag& tag : tags) {
    if (tag.ref || !may_be_mapped(tag.facet) || dictionary.resolve(tag.fold, std::nullopt))
      continue;
    if (!options.all && (tag.works < 2 || shown == kMostUnmapped)) break;  // Sorted by works.
    ++shown;
    const tags::LintName* near = find_near(tags::lint_name(tag.label, {}), names);
    if (near == nullptr)
      findings.push_back(finding_of("unmapped_spelling", tag, "",
                                    in_quotes(tag.label) + " (" +
                                        std::string(to_string(tag.facet)) + ") stands on " +
                                        works_of(tag) + ", and no concept has it"));
    else
      findings.push_back(finding_of(
          "near_concept", tag, std::string(near->text),
          in_quotes(tag.label) + " stands on " + works_of(tag) + ", and is easily taken for " +
              in_quotes(std::string(near->text)) + " (" + dictionary[near->owner].id + ")"));
  }
}

}  // namespace

std::vector<LintFinding> lint_archive(std::vector<BorneTag> tags,
                                      const tags::Dictionary& dictionary,
                                      const LintOptions& options) {
  std::sort(tags.begin(), tags.end(), [](const BorneTag& a, const BorneTag& b) {
    if (a.works != b.works) return a.works > b.works;
    return a.concept_id < b.concept_id;
  });
  std::vector<LintFinding> findings;
  find_collisions(tags, dictionary, findings);
  find_unmapped(tags, dictionary, options, findings);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const LintFinding& a, const LintFinding& b) { return a.kind < b.kind; });
  return findings;
}

}  // namespace ficsearch::search
