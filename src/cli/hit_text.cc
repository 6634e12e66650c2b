// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/hit_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/wrap.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kIndent = 2;

std::string heading(const Hit& hit, const Console& console) {
  std::string line = console.paint.title(terminal_safe(hit.title));
  if (!hit.authors.empty())
    line += terminal_safe(fmt::format("  by {}", fmt::join(hit.authors, ", ")));
  return line + "  " + console.paint.faint(terminal_safe(hit.id)) + "\n";
}

std::string writings_text(const std::vector<std::string>& writings, const std::string& label) {
  if (writings.size() == 1 && writings.front() == label) return label;
  return fmt::format("{} ({})", label, fmt::join(writings, ", "));
}

// Each meaning once, with the ways in which the work writes it.
std::string meanings_text(const std::vector<TagUse>& tags) {
  std::string text;
  std::vector<std::string> done;
  for (const TagUse& tag : tags) {
    const std::string identity = tag.concept_id + '\n' + tag.part;
    if (std::find(done.begin(), done.end(), identity) != done.end()) continue;
    done.push_back(identity);
    std::vector<std::string> writings;
    for (const TagUse& same : tags)
      if (same.concept_id == tag.concept_id && same.part == tag.part &&
          std::find(writings.begin(), writings.end(), same.as_written) == writings.end())
        writings.push_back(same.as_written);
    text += (text.empty() ? "" : ", ") + writings_text(writings, tag.label);
    if (!tag.part.empty()) text += fmt::format(" [in {}]", tag.part);
  }
  return text;
}

std::string tags_text(const Hit& hit, const Console& console) {
  std::string line;
  for (const auto& [facet, tags] : hit.tags)
    line +=
        fmt::format("{}{}: {}", line.empty() ? "" : "; ", to_string(facet), meanings_text(tags));
  return wrapped(terminal_safe(line), kIndent, console.columns);
}

std::string fields_text(const Hit& hit, const Console& console) {
  std::string line;
  for (const auto& [name, value] : hit.fields)
    line += fmt::format("{}{}: {}", line.empty() ? "" : "; ", name, field_text(value));
  return wrapped(terminal_safe(line), kIndent, console.columns);
}

}  // namespace

std::string field_text(const FieldValue& value) {
  struct AsText {
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& texts) const {
      return fmt::format("{}", fmt::join(texts, ", "));
    }
    std::string operator()(const RawJson& raw) const { return raw.json; }
  };
  return std::visit(AsText{}, value);
}

std::string advisories_text(const std::vector<std::string>& advisories, const Console& console) {
  if (advisories.empty()) return {};
  std::string line = fmt::format("! {}", fmt::join(advisories, ", "));
  std::replace(line.begin(), line.end(), '-', ' ');
  line = terminal_safe(line);
  std::string text;
  for (const auto& [begin, end] : wrap_lines(line, console.columns - kIndent))
    text.append(kIndent, ' ')
        .append(console.paint.advisory(std::string_view(line).substr(begin, end - begin)))
        .append("\n");
  return text;
}

std::string hit_text(const Hit& hit, const Console& console) {
  if (hit.title.empty()) return terminal_safe(hit.id) + "\n";  // nothing else was asked for
  std::string text = heading(hit, console);
  text += advisories_text(hit.advisories, console);
  text += tags_text(hit, console);
  text += fields_text(hit, console);
  for (const auto& [field, highlight] : hit.highlights)
    if (field != "title") text += wrapped(highlight, kIndent, console.columns, console.paint);
  return text + "\n";
}

}  // namespace ficsearch::cli
