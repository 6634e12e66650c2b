// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/archive_lint.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "tags/lint_names.h"
#include "text/keys.h"

namespace ficsearch::search {
namespace {

constexpr std::array<std::string_view, 7> kBorders{"/", ",", "、", "・", "(", ")", "|"};

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

// Facets that readers avoid things in: names in brackets or beside a stroke, such as characters and
// their works, say who stands in a tag and not what it is about.
bool is_theme(Facet facet) noexcept {
  return facet != Facet::fandom && facet != Facet::character && facet != Facet::relationship &&
         may_be_mapped(facet);
}

// What stands between strokes, commas, middle dots and brackets.
std::vector<std::string> pieces_of(const std::string& written) {
  const std::string surface = text::surface_key(written);
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < surface.size();) {
    const auto border = std::find_if(kBorders.begin(), kBorders.end(), [&](std::string_view each) {
      return std::string_view(surface).substr(i).starts_with(each);
    });
    if (border == kBorders.end())
      pieces.back() += surface[i++];
    else
      pieces.emplace_back(), i += border->size();
  }
  return pieces;
}

// The themes that a spelling names beside something else, which nobody excludes with them.
std::vector<tags::ConceptRef> themes_within(const BorneTag& tag,
                                            const tags::Dictionary& dictionary) {
  std::vector<tags::ConceptRef> themes;
  const std::vector<std::string> pieces = pieces_of(tag.label);
  if (pieces.size() == 1) return themes;
  for (const std::string& piece : pieces) {
    const auto ref = dictionary.resolve(text::fold_key(piece), std::nullopt);
    if (ref && is_theme(dictionary[*ref].facet) &&
        std::find(themes.begin(), themes.end(), *ref) == themes.end())
      themes.push_back(*ref);
  }
  return themes;
}

bool is_unmapped(const BorneTag& tag, const tags::Dictionary& dictionary) {
  return !tag.ref && may_be_mapped(tag.facet) && !dictionary.resolve(tag.fold, std::nullopt);
}

void find_compounds(const std::vector<BorneTag>& tags, const tags::Dictionary& dictionary,
                    const LintOptions& options, std::vector<LintFinding>& findings) {
  std::size_t shown = 0;
  for (const BorneTag& tag : tags) {
    if (!is_unmapped(tag, dictionary)) continue;
    std::string names;
    std::string labels;
    for (const tags::ConceptRef ref : themes_within(tag, dictionary)) {
      const std::string_view separator = names.empty() ? "" : ", ";
      names.append(separator).append(dictionary[ref].id);
      labels.append(separator).append(dictionary[ref].label());
    }
    if (names.empty()) continue;
    if (!options.all && shown++ == kMostUnmapped) return;
    findings.push_back(finding_of("compound_spelling", tag, labels,
                                  in_quotes(tag.label) + " (" + std::string(to_string(tag.facet)) +
                                      ") stands on " + works_of(tag) +
                                      ", and who excludes what it names still "
                                      "finds them: " +
                                      names));
  }
}

void find_unmapped(const std::vector<BorneTag>& tags, const tags::Dictionary& dictionary,
                   const LintOptions& options, std::vector<LintFinding>& findings) {
  const std::vector<tags::LintName> names = tags::lint_names(dictionary);
  std::size_t shown = 0;
  for (const BorneTag& tag : tags) {
    if (!is_unmapped(tag, dictionary) || !themes_within(tag, dictionary).empty()) continue;
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
  find_compounds(tags, dictionary, options, findings);
  find_unmapped(tags, dictionary, options, findings);
  std::stable_sort(findings.begin(), findings.end(),
                   [](const LintFinding& a, const LintFinding& b) { return a.kind < b.kind; });
  return findings;
}

}  // namespace ficsearch::search
