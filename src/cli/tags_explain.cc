// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/handlers.h"
#include "cli/index_directory.h"
#include "cli/numbers.h"
#include "cli/options.h"
#include "cli/search_arguments.h"
#include "cli/wrap.h"
#include "ficsearch/error.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kMostWrittenForms = 20;

// Scripts in the order in which the page lists spellings.
constexpr std::array<std::string_view, 9> kScripts{"latin", "hiragana", "katakana", "kana", "kanji",
                                                   "mixed", "hangul",   "cyrillic", "other"};

// One explanation as a page of text.
class Page {
 public:
  Page(const Explanation& explanation, const Tags& tags, const Console& console)
      : explanation_(explanation), subject_(explanation.subject), tags_(tags), console_(console) {}

  std::string concept_page() {
    heading();
    paragraph(subject_.definition);
    if (!subject_.note.empty()) paragraph(subject_.note);
    section("Perspective", labels(subject_.perspectives));
    section("Medium", labels(subject_.media));
    spellings();
    section("Advisories, always due", labels(explanation_.advisories_always));
    section("Advisories, commonly due", labels(explanation_.advisories_commonly));
    section("Broader", named(subject_.broader));
    section("Narrower", named(explanation_.narrower));
    section("Siblings", named(explanation_.siblings));
    distinct();
    section("Related", named(subject_.related));
    counts();
    return std::move(text_);
  }

  std::string candidates_page() {
    paragraph(fmt::format("\"{}\" can mean several concepts:", explanation_.input));
    for (const std::string& id : explanation_.candidates) item(named_one(id));
    counts();
    return std::move(text_);
  }

  std::string spelling_page() {
    paragraph(fmt::format("\"{}\" is a tag of this archive that the dictionary does not know.",
                          explanation_.input));
    counts();
    section("Nearest known", explanation_.suggestions);
    return std::move(text_);
  }

 private:
  void heading() {
    text_ += console_.paint.title(terminal_safe(subject_.label()));
    for (const auto& [language, label] : subject_.labels)
      if (language != "en") text_ += "  " + terminal_safe(label);
    text_ += console_.paint.faint(fmt::format("  {}:{}", to_string(subject_.facet), subject_.id));
    text_ += "\n";
  }

  void paragraph(const std::string& text) {
    text_ += wrapped(terminal_safe(text), 0, console_.columns);
  }

  void item(const std::string& text) {
    text_ += wrapped(terminal_safe(text), kIndent, console_.columns);
  }

  void section(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    text_ += "\n" + console_.paint.title(name) + "\n";
    item(fmt::format("{}", fmt::join(values, ", ")));
  }

  void spellings() {
    if (subject_.spellings.empty() && subject_.readings.empty()) return;
    text_ += "\n" + console_.paint.title("Spellings") + "\n";
    for (const std::string_view script : kScripts) {
      std::vector<std::string> of_script;
      for (const ConceptSpelling& spelling : subject_.spellings)
        if (spelling.script == script) of_script.push_back(spelling.text);
      if (!of_script.empty()) item(fmt::format("{}: {}", script, fmt::join(of_script, ", ")));
    }
    if (!subject_.readings.empty())
      item(fmt::format("read: {}", fmt::join(subject_.readings, ", ")));
  }

  void distinct() {
    if (subject_.distinct.empty()) return;
    text_ += "\n" + console_.paint.title("Not to be confused with") + "\n";
    for (const DistinctFrom& other : subject_.distinct)
      item(fmt::format("{}: {}", label(other.concept_id), other.difference));
  }

  void counts() {
    if (!explanation_.works) return;
    text_ += "\n" + console_.paint.title("In this archive") + "\n";
    item(fmt::format("borne by {}", counted(*explanation_.works, "work", "works")));
    if (explanation_.works_excluded && explanation_.found == Found::concept_)
      item(fmt::format("excluding it leaves out {}, narrower tags included",
                       counted(*explanation_.works_excluded, "work", "works")));
    const std::vector<std::string>& written = explanation_.as_written;
    if (written.empty()) return;
    std::vector<std::string> shown = written;
    if (shown.size() > kMostWrittenForms) shown.resize(kMostWrittenForms);
    std::string line = fmt::format("written: {}", fmt::join(shown, ", "));
    if (shown.size() < written.size())
      line +=
          fmt::format(" and {} more; --json lists them", grouped(written.size() - shown.size()));
    item(line);
  }

  std::string label(const std::string& id) const {
    const Concept* found = tags_.find_concept(id);
    return found == nullptr ? id : found->label();
  }

  // The label, and the id where it is more than the label in lower case with hyphens.
  std::string named_one(const std::string& id) const {
    const std::string name = label(id);
    std::string plain = name;
    for (char& c : plain)
      c = c == ' ' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return plain == id ? name : fmt::format("{} ({})", name, id);
  }

  std::vector<std::string> labels(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(label(id));
    return names;
  }

  std::vector<std::string> named(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const std::string& id : ids) names.push_back(named_one(id));
    return names;
  }

  const Explanation& explanation_;
  const Concept& subject_;
  const Tags& tags_;
  const Console& console_;
  std::string text_;
};

[[noreturn]] void throw_nothing_found(const Explanation& explanation) {
  throw Error(ErrorCode::no_concept, fmt::format("there is no tag \"{}\"", explanation.input), {},
              explanation.suggestions.empty()
                  ? std::string()
                  : fmt::format("did you mean {}?", fmt::join(explanation.suggestions, ", ")));
}

std::string page_of(const Explanation& explanation, const Tags& tags, const Console& console) {
  Page page(explanation, tags, console);
  if (explanation.found == Found::concept_) return page.concept_page();
  if (explanation.found == Found::ambiguous) return page.candidates_page();
  return page.spelling_page();
}

void print_explanation(const Explanation& explanation, const Tags& tags, const Arguments& arguments,
                       Console& console) {
  if (explanation.found == Found::nothing) throw_nothing_found(explanation);
  if (arguments.has(options::kJson))
    console.out.write_line(to_json(explanation));
  else
    console.out.write(page_of(explanation, tags, console));
}

}  // namespace

ExitCode run_tags_explain(const Arguments& arguments, Console& console) {
  const std::string tag = arguments.joined_operands();
  if (auto index = find_index(arguments, profile_options())) {
    const Explanation explanation = index->explain_tag(profiles_of(arguments), tag);
    print_explanation(explanation, index->tags(), arguments, console);
  } else {
    const Tags tags = Tags::builtin();
    print_explanation(tags.explain(tag), tags, arguments, console);
  }
  return ExitCode::done;
}

}  // namespace ficsearch::cli
