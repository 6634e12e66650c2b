// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical text of an Ast: one form for everything that can be typed in several. Bare words
// stand as typed; a value is quoted exactly if the lexer or parser would read it as anything else.
#include <string>
#include <string_view>
#include <variant>

#include "base/utf8.h"
#include "ficsearch/facet.h"
#include "query/ast.h"
#include "query/in_quotes.h"
#include "query/leaf.h"
#include "query/lexer.h"
#include "query/range_text.h"

namespace ficsearch::query {
namespace {

bool needs_quotes(std::string_view value) {
  if (value.empty() || starts_with_minus(value) || value.ends_with('$')) return true;
  if (starts_with_comparison(value) || value.find_first_of("=~") == 0) return true;
  if (value.find_first_of("*?") != value.npos) return true;
  const std::string behind_colon = ":" + std::string(value);
  return word_end(behind_colon, 0) != behind_colon.size();
}

std::string value_text(std::string_view value) {
  return needs_quotes(value) ? in_quotes(value) : std::string(value);
}

std::string_view name_of(TextField field) {
  switch (field) {
    case TextField::title:
      return "title";
    case TextField::summary:
      return "summary";
    case TextField::body:
      return "body";
    case TextField::text:
      break;
  }
  return "text";
}

// How tightly what surrounds a node binds: an Or inside an And needs brackets, and so does anything
// composed behind a minus.
enum class Around { nothing, all_of, minus };

std::string text_of(const Node& node, Around around);

struct Printer {
  Around around;

  std::string operator()(const Word& word) const {
    return word.quoted ? in_quotes(word.text) : word.text;
  }
  std::string operator()(const TagTerm& term) const {
    const std::string name(term.facet ? ficsearch::to_string(*term.facet) : "tag");
    return name + ":" + value_text(term.value) + (term.prefix ? "*" : "");
  }
  std::string operator()(const FieldWord& word) const {
    return std::string(name_of(word.field)) + ":" + value_text(word.value);
  }
  std::string operator()(const Range& range) const { return query::to_string(range); }
  std::string operator()(const And& all) const {
    return bracketed(joined(all.nodes, " ", Around::all_of), around == Around::minus);
  }
  std::string operator()(const Or& any) const {
    return bracketed(joined(any.nodes, " OR ", Around::nothing), around != Around::nothing);
  }
  std::string operator()(const Not& negation) const {
    return bracketed("-" + text_of(*negation.node, Around::minus), around == Around::minus);
  }

  static std::string bracketed(const std::string& text, bool brackets) {
    return brackets ? "(" + text + ")" : text;
  }
  static std::string joined(const Nodes& nodes, std::string_view separator, Around inside) {
    std::string text;
    for (const Node& node : nodes) {
      if (!text.empty()) text += separator;
      text += text_of(node, inside);
    }
    return text;
  }
};

std::string text_of(const Node& node, Around around) {
  return std::visit(Printer{around}, node.value);
}

// What reads a query takes one byte order mark off its beginning, so a word that begins with one
// would lose its own.
std::string with_mark_kept(std::string text) {
  return text.starts_with(base::kByteOrderMark) ? std::string(base::kByteOrderMark) + text : text;
}

}  // namespace

std::string to_string(const Node& node) {
  return text_of(node, Around::nothing);
}

std::string to_string(const Ast& ast) {
  std::string text = ast.root ? to_string(*ast.root) : "";
  if (ast.profile) text += (text.empty() ? "profile:" : " profile:") + value_text(*ast.profile);
  for (const SortKey& key : ast.sort) {
    if (&key == &ast.sort.front())
      text += text.empty() ? "sort:" : " sort:";
    else
      text += ",";
    text += ficsearch::to_string(key);
  }
  return with_mark_kept(std::move(text));
}

}  // namespace ficsearch::query
