// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/why_text.h"

#include <fmt/format.h>

#include "cli/numbers.h"
#include "cli/wrap.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kIndent = 2;

std::string origin_text(FilterOrigin origin) {
  switch (origin) {
    case FilterOrigin::request:
      return "";
    case FilterOrigin::profile:
      return " (of the profile)";
    case FilterOrigin::enforced:
      return " (enforced)";
  }
  return "";
}

std::string place_of(const WhyTag& tag) {
  std::string place;
  if (!tag.part.empty() || !tag.part_kind.empty() || !tag.part_title.empty()) {
    place = fmt::format(" in {}", tag.part_kind.empty() ? "part" : tag.part_kind);
    if (!tag.part.empty()) place += " " + tag.part;
    if (!tag.part_title.empty()) place += fmt::format(" \"{}\"", tag.part_title);
  }
  if (tag.spoiler != 0) place += fmt::format(", a spoiler of level {}", tag.spoiler);
  return place;
}

// "trope "NTR" in route r1, which is netorare, infidelity"
std::string tag_text(const WhyTag& tag) {
  std::string text =
      fmt::format("{} \"{}\"{}", to_string(tag.facet), tag.as_written, place_of(tag));
  if (!tag.path.empty()) text += fmt::format(": {}", fmt::join(tag.path, " -> "));
  return text;
}

std::string mention_text(const Evidence& mention) {
  return fmt::format("{} says \"{}\": {}", mention.field, mention.text, mention.concept_id);
}

std::string effect_text(const WhyRule& rule) {
  if (rule.hides) return rule.kind == RuleKind::exclude ? "hidden by" : "hidden for want of";
  return "shown for";
}

std::string rule_text(const WhyRule& rule) {
  std::string text = fmt::format("{} {} {}{}", effect_text(rule), to_string(rule.kind), rule.input,
                                 origin_text(rule.origin));
  std::vector<std::string> reasons;
  for (const WhyTag& tag : rule.tags) reasons.push_back(tag_text(tag));
  for (const Evidence& mention : rule.mentions) reasons.push_back(mention_text(mention));
  reasons.insert(reasons.end(), rule.values.begin(), rule.values.end());
  if (!reasons.empty()) text += fmt::format(": {}", fmt::join(reasons, "; "));
  return text;
}

}  // namespace

std::string why_text(const Why& why, const Console& console) {
  std::string text = console.paint.title(terminal_safe(why.title)) + "  " +
                     console.paint.faint(terminal_safe(why.id)) + "\n";
  const auto paragraph = [&](const std::string& line) {
    text += wrapped(terminal_safe(line), kIndent, console.columns);
  };
  paragraph(why.shown ? "shown" : "not shown");
  for (const bool hides : {true, false})
    for (const WhyRule& rule : why.rules)
      if (rule.hides == hides) paragraph(rule_text(rule));
  if (why.shown && why.excludes != 0)
    paragraph(fmt::format("none of {} hides it",
                          counted(why.excludes, "exclude entry", "exclude entries")));
  return text;
}

}  // namespace ficsearch::cli
