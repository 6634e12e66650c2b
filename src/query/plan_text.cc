// SPDX-License-Identifier: GPL-3.0-or-later
// One line a part of the plan. Concepts stand bare, everything that was typed in quotes:
//
//   require any(tags(netorare, "ntr"), text("ntr"))
//   exclude "trope:NTR" resolved: tags[trope](netorare, "ntr")
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "query/in_quotes.h"
#include "query/plan.h"

namespace ficsearch::query {
namespace {

std::string in_brackets(std::optional<Facet> facet) {
  return facet ? "[" + std::string(ficsearch::to_string(*facet)) + "]" : "";
}

std::string_view name_of(TextScope scope) {
  switch (scope) {
    case TextScope::all:
      return "text";
    case TextScope::literal:
      return "literal";
    case TextScope::prose:
      return "prose";
    case TextScope::title:
      return "title";
    case TextScope::summary:
      return "summary";
    case TextScope::body:
      break;
  }
  return "body";
}

void append_item(std::string& list, std::string_view item) {
  if (!list.empty()) list += ", ";
  list += item;
}

std::string listed(const PlanNodes& nodes) {
  std::string list;
  for (const PlanNode& node : nodes) append_item(list, to_string(node));
  return list;
}

struct Printer {
  std::string operator()(const TagSet& set) const {
    std::string list;
    for (const std::string& id : set.concepts) append_item(list, id);
    for (const std::string& key : set.spellings) append_item(list, in_quotes(key));
    return "tags" + in_brackets(set.facet) + "(" + list + ")";
  }
  std::string operator()(const WrittenTag& tag) const {
    return "written" + in_brackets(tag.facet) + "(" + in_quotes(tag.written) + ")";
  }
  std::string operator()(const TagPrefix& prefix) const {
    return "prefix" + in_brackets(prefix.facet) + "(" + in_quotes(prefix.prefix) + ")";
  }
  std::string operator()(const TextPhrase& phrase) const {
    return std::string(name_of(phrase.scope)) + "(" + in_quotes(phrase.text) + ")";
  }
  std::string operator()(const ValueRange& range) const {
    const auto end = [](const std::optional<std::int64_t>& value) {
      return value ? std::to_string(*value) : "";
    };
    return std::string(ficsearch::to_string(range.field)) + "(" + end(range.low) + ".." +
           end(range.high) + ")";
  }
  std::string operator()(const Mentioned& mentioned) const {
    std::string list;
    for (const std::string& id : mentioned.concepts) append_item(list, id);
    return "mentioned(" + list + ")";
  }
  std::string operator()(const PlanAnd& all) const { return "all(" + listed(all.nodes) + ")"; }
  std::string operator()(const PlanOr& any) const { return "any(" + listed(any.nodes) + ")"; }
  std::string operator()(const PlanNot& negation) const {
    return "not(" + to_string(*negation.node) + ")";
  }
};

void append_entries(std::string& text, std::string_view kind, const ChunkedList<Entry>& entries) {
  for (const Entry& entry : entries) {
    text.append(kind).append(" ").append(in_quotes(entry.input));
    if (entry.origin != FilterOrigin::request)
      text.append(" of ").append(ficsearch::to_string(entry.origin));
    if (entry.facet) text.append(" ").append(in_brackets(entry.facet));
    text.append(" ").append(ficsearch::to_string(entry.status));
    for (const std::string& id : entry.concepts) text.append(" ").append(id);
    text.append(": ").append(to_string(entry.node)).append("\n");
  }
}

}  // namespace

std::string to_string(const PlanNode& node) {
  return std::visit(Printer{}, node.value);
}

std::string to_string(const Plan& plan) {
  std::string text = "query " + in_quotes(plan.canonical_query) + "\n";
  if (!plan.profile.empty()) text += "profile " + in_quotes(plan.profile) + "\n";
  for (const PlanNode& node : plan.require) text += "require " + to_string(node) + "\n";
  append_entries(text, "include", plan.include);
  append_entries(text, "exclude", plan.exclude);
  for (const PlanNode& node : plan.rank) text += "rank " + to_string(node) + "\n";
  for (const SortKey& key : plan.sort) text += "sort " + ficsearch::to_string(key) + "\n";
  for (const Warning& warning : plan.warnings) {
    text += "warning " + warning.code + " " + in_quotes(warning.input);
    for (const std::string& suggestion : warning.suggestions) text += " " + in_quotes(suggestion);
    text += "\n";
  }
  return text;
}

}  // namespace ficsearch::query
