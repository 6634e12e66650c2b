// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"

namespace ficsearch::query {

// What a query says, before anybody knows what its words mean. schema/query.md is the grammar.
// Values compare and copy; to_string(ast) is the one canonical text, and parsing it gives an equal
// Ast.

struct Node;
using Nodes = std::vector<Node>;

// A bare word or a quoted phrase: searches tags and text.
struct Word {
  std::string text;
  bool quoted = false;
  friend bool operator==(const Word&, const Word&) = default;
};

// facet:value, or tag:value for any facet: searches tags only. `prefix` is value*.
struct TagTerm {
  std::optional<Facet> facet;
  std::string value;
  bool prefix = false;
  friend bool operator==(const TagTerm&, const TagTerm&) = default;
};

// title:value and the like: searches text and no tags. `text` is all that the others are.
enum class TextField : std::uint8_t { title, summary, body, text };
struct FieldWord {
  TextField field = TextField::title;
  std::string value;
  friend bool operator==(const FieldWord&, const FieldWord&) = default;
};

// A range on a number, date or rating; both ends are included, an absent end is open. A relative
// date such as updated:7d keeps its seconds-ago form (`relative`): low and high are then seconds
// before now.
struct Range {
  Field field = Field::words;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  bool relative = false;
  friend bool operator==(const Range&, const Range&) = default;
};

struct And {
  Nodes nodes;  // two or more
  friend bool operator==(const And&, const And&);
};
struct Or {
  Nodes nodes;  // two or more
  friend bool operator==(const Or&, const Or&);
};
struct Not {
  std::shared_ptr<const Node> node;  // never null
  friend bool operator==(const Not&, const Not&);
};

struct Node {
  std::variant<Word, TagTerm, FieldWord, Range, And, Or, Not> value;
  friend bool operator==(const Node&, const Node&);
};

struct Ast {
  std::optional<Node> root;            // nullopt: every work
  std::optional<std::string> profile;  // profile:name
  std::vector<SortKey> sort;           // sort:kudos, in order
  friend bool operator==(const Ast&, const Ast&);
};

// Reads a query. Throws Error with the place in bytes of `query` and a hint: `query_syntax`,
// `query_limit` (1,000 characters, 64 terms, 16 brackets deep), `unknown_facet`, `unknown_field`,
// `bad_value`, `invalid_utf8`, `too_long`. Limits on length have no place.
Ast parse(std::string_view query);

// The canonical text of what parse gave.
std::string to_string(const Ast& ast);
std::string to_string(const Node& node);

}  // namespace ficsearch::query
