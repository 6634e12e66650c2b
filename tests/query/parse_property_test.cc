// SPDX-License-Identifier: GPL-3.0-or-later
#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "query/ast.h"

namespace ficsearch::query {
namespace {

// What lexer and parser treat specially, and some that they do not.
const std::vector<std::string> kPieces{
    "a",       "ntr",  "寝取られ", "OR",  "AND",   "NOT",        "not",       " ",     "　", "\"",
    "\\",      "「",   "」",       "『",  "“",     "”",          "(",         ")",     "（", "）",
    ",",       "、",   "1",        "000", "-",     "－",         "ー",        "!",     "~",  "=",
    "$",       "*",    "?",        "|",   "&&",    "&",          ":",         "：",    "..", "<",
    ">",       "teen", "k",        "tag", "title", "words",      "rating",    "trope", "d",  "is",
    "updated", "2020", "\n",       "é",   "👪",     "sort:kudos", "complete:", "\u200B"};

std::string joined(const std::vector<std::string>& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

rc::Gen<std::string> any_query() {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces)),
                      joined);
}

// Text that a phrase or value can hold: never blank.
rc::Gen<std::string> any_value() {
  return rc::gen::map(any_query(), [](const std::string& text) { return "x" + text; });
}

template <class T>
Node node(T value) {
  return Node{std::move(value)};
}

rc::Gen<Node> any_leaf() {
  using rc::gen::arbitrary;
  const auto facet = rc::gen::element<std::optional<Facet>>(
      std::nullopt, Facet::trope, Facet::character, Facet::language, Facet::freeform);
  const auto word = rc::gen::element<std::string>("a", "ntr", "寝取られ", "Re:Zero", "20,000",
                                                  "hiryuu_(kancolle)", "けいおん!!", "Q&A", "or");
  const auto value = any_value();
  const auto count = rc::gen::inRange<std::int64_t>(0, 1'000'000);
  return rc::gen::oneOf(
      rc::gen::map(word,
                   [](std::string text) {
                     return node(Word{std::move(text), false});
                   }),
      rc::gen::map(value,
                   [](std::string text) {
                     return node(Word{std::move(text), true});
                   }),
      rc::gen::map(rc::gen::tuple(facet, value, arbitrary<bool>()),
                   [](const auto& t) {
                     // A prefix has two characters at least.
                     return node(TagTerm{std::get<0>(t), "y" + std::get<1>(t), std::get<2>(t)});
                   }),
      rc::gen::map(rc::gen::pair(rc::gen::element(TextField::title, TextField::summary,
                                                  TextField::body, TextField::text),
                                 value),
                   [](const auto& t) {
                     return node(FieldWord{t.first, t.second});
                   }),
      rc::gen::map(rc::gen::tuple(rc::gen::element(Field::words, Field::kudos, Field::updated),
                                  count, count, rc::gen::inRange(0, 3)),
                   [](const auto& t) {
                     const auto& [field, low, width, open] = t;
                     Range range{field, low, low + width, false};
                     if (open == 1) range.low.reset();
                     if (open == 2) range.high.reset();
                     return node(range);
                   }),
      rc::gen::map(rc::gen::tuple(rc::gen::inRange<std::int64_t>(1, 400),
                                  rc::gen::inRange<std::int64_t>(0, 400), rc::gen::inRange(0, 3)),
                   [](const auto& t) {
                     const auto& [high, more, open] = t;
                     Range range{Field::published, (high + more) * 86'400, high * 86'400, true};
                     if (open == 1) range.low.reset();
                     if (open == 2) range.high.reset();
                     return node(range);
                   }));
}

rc::Gen<Node> any_node(int depth);

template <class Kind>
rc::Gen<Node> any_list(int depth) {
  return rc::gen::exec([depth] {
    Kind list;
    const int size = *rc::gen::inRange(2, 4);
    for (int i = 0; i < size; ++i)
      // One kind does not stand directly in itself.
      list.nodes.push_back(*rc::gen::suchThat(any_node(depth - 1), [](const Node& below) {
        return !std::holds_alternative<Kind>(below.value);
      }));
    return node(std::move(list));
  });
}

rc::Gen<Node> any_node(int depth) {
  if (depth == 0) return any_leaf();
  return rc::gen::oneOf(any_leaf(), any_list<And>(depth), any_list<Or>(depth),
                        rc::gen::map(any_node(depth - 1), [](Node below) {
                          return node(Not{std::make_shared<const Node>(std::move(below))});
                        }));
}

TEST_CASE("parse: the canonical text of any Ast is read as that Ast", "[query][property]") {
  rc::prop("parse(to_string(ast)) == ast", [] {
    Ast ast;
    ast.root = *rc::gen::resize(8, any_node(3));
    if (*rc::gen::arbitrary<bool>()) ast.profile = *any_value();
    if (*rc::gen::arbitrary<bool>()) ast.sort = {{Field::words, true}, {std::nullopt, false}};
    const std::string text = to_string(ast);
    RC_PRE(text.size() <= 1000);
    RC_LOG(text);
    RC_ASSERT(parse(text) == ast);
  });
}

// Either an Ast whose canonical text means the same, or an Error whose place is in the query.
void check_any(const std::string& text) {
  try {
    const Ast ast = parse(text);
    const std::string canonical = to_string(ast);
    RC_LOG(canonical);
    RC_ASSERT(parse(canonical) == ast);
    RC_ASSERT(to_string(parse(canonical)) == canonical);
  } catch (const Error& error) {
    RC_ASSERT(error.where().byte_offset.value_or(0) + error.where().byte_length <= text.size());
  }
}

TEST_CASE("parse: any pieces of queries are read or refused", "[query][property]") {
  rc::prop("pieces", [] {
    const std::string text = *any_query();
    RC_LOG(text);
    check_any(text);
  });
}

TEST_CASE("parse: any bytes are read or refused", "[query][property]") {
  rc::prop("bytes", [] { check_any(*rc::gen::arbitrary<std::string>()); });
}

}  // namespace
}  // namespace ficsearch::query
