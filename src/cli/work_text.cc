// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/work_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/hit_text.h"
#include "cli/numbers.h"
#include "cli/wrap.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kIndent = 2;
// Longer names are no spelling of any concept, and the library refuses to explain them.
constexpr std::size_t kMaxExplainedBytes = 256;

// In lower case, as the hits of a search show advisories.
std::string label_of(const std::string& concept_id, const Tags& tags) {
  const Concept* subject = tags.find_concept(concept_id);
  std::string label = subject == nullptr ? concept_id : subject->label();
  for (char& c : label)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return label;
}

void append_new(std::vector<std::string>& to, const std::vector<std::string>& ids,
                const Tags& tags) {
  for (const std::string& id : ids)
    if (std::string label = label_of(id, tags); std::find(to.begin(), to.end(), label) == to.end())
      to.push_back(std::move(label));
}

std::vector<Tag> all_tags(const Work& work) {
  std::vector<Tag> all = work.tags;
  for (const Part& part : work.parts) all.insert(all.end(), part.tags.begin(), part.tags.end());
  return all;
}

// Spoiler tags call for their advisories too: an advisory warns without saying what happens.
std::vector<std::string> advisories_of(const Work& work, const Tags& tags) {
  std::vector<std::string> always;
  std::vector<std::string> commonly;
  for (const Tag& tag : all_tags(work)) {
    if (tag.name.size() > kMaxExplainedBytes) continue;
    const Explanation explanation =
        tags.explain(fmt::format("{}:\"{}\"", to_string(tag.facet), tag.name));
    append_new(always, explanation.advisories_always, tags);
    append_new(commonly, explanation.advisories_commonly, tags);
  }
  for (std::string& label : commonly)
    if (std::find(always.begin(), always.end(), label) == always.end())
      always.push_back(std::move(label));
  return always;
}

std::string tags_line(const std::vector<Tag>& tags, Spoilers spoilers) {
  std::string line;
  for (const Facet facet : kAllFacets) {
    std::string names;
    for (const Tag& tag : tags)
      if (tag.facet == facet && (tag.spoiler == 0 || spoilers == Spoilers::all))
        names.append(names.empty() ? "" : ", ").append(tag.name);
    if (!names.empty())
      line += fmt::format("{}{}: {}", line.empty() ? "" : "; ", to_string(facet), names);
  }
  return line;
}

std::string facts_line(const Work& work) {
  std::vector<std::string> facts;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) facts.push_back(fmt::format("{}: {}", name, value));
  };
  add("language", work.language);
  add("rating", work.rating);
  add("status", work.status);
  add("medium", work.medium);
  add("series", fmt::format("{}", fmt::join(work.series, ", ")));
  add("words", work.words ? grouped(*work.words) : std::string());
  add("url", work.url);
  return fmt::format("{}", fmt::join(facts, "; "));
}

std::string heading(const Work& work, const Console& console) {
  std::string line = console.paint.title(terminal_safe(work.title));
  if (!work.authors.empty())
    line += terminal_safe(fmt::format("  by {}", fmt::join(work.authors, ", ")));
  return line + "  " + console.paint.faint(terminal_safe(work.id)) + "\n";
}

std::string part_line(const Part& part, Spoilers spoilers) {
  std::string line = part.kind.empty() ? "part" : part.kind;
  if (!part.id.empty()) line += " " + part.id;
  if (!part.title.empty()) line += ": " + part.title;
  if (!part.main) line += " (optional)";
  const std::string tags = tags_line(part.tags, spoilers);
  return tags.empty() ? line : fmt::format("{} [{}]", line, tags);
}

// Concepts by what is said of them and where: "summary says absent: netorare".
std::string evidence_line(const std::vector<Evidence>& evidence, const Tags& tags) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const Evidence& found : evidence) {
    const std::string_view said =
        found.polarity == Polarity::plain ? "names" : to_string(found.polarity);
    std::string head =
        fmt::format("{} {}{}", found.field, found.polarity == Polarity::plain ? "" : "says ", said);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const auto& known) { return known.first == head; });
    if (group == groups.end()) group = groups.insert(group, {std::move(head), {}});
    append_new(group->second, {found.concept_id}, tags);
  }
  std::string line;
  for (const auto& [head, labels] : groups)
    line += fmt::format("{}{}: {}", line.empty() ? "" : "; ", head, fmt::join(labels, ", "));
  return line;
}

}  // namespace

std::string work_text(const Work& work, const std::vector<Evidence>& evidence, Spoilers spoilers,
                      const Tags& tags, const Console& console) {
  const auto paragraph = [&](const std::string& text) {
    return wrapped(terminal_safe(text), kIndent, console.columns);
  };
  std::string text = heading(work, console);
  text += advisories_text(advisories_of(work, tags), console);
  text += paragraph(tags_line(work.tags, spoilers));
  text += paragraph(facts_line(work));
  text += paragraph(work.summary);
  for (const Part& part : work.parts) text += paragraph(part_line(part, spoilers));
  text += paragraph(evidence_line(evidence, tags));
  return text + "\n";
}

}  // namespace ficsearch::cli
