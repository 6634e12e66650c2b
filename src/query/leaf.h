// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "ficsearch/error.h"
#include "query/ast.h"
#include "query/lexer.h"
#include "query/prefix_name.h"

namespace ficsearch::query {

// Reads the terms of a query that hold no others.
//
// All throw Error with the place: `query_syntax` for what could be read in two ways, `query_limit`
// for a prefix that is too short, `bad_value` for a value that the name does not take.

// What stands behind "name:".
struct Value {
  std::string text;
  bool quoted = false;
  bool star = false;  // a quoted value with '*' right behind it
  Place where;
};

// Whether `value` begins with > or <, in any of their forms.
bool starts_with_comparison(std::string_view value);

// `comparison` is what a suffix of the name asks for, as in words.gte:10k; empty for none.
Node leaf_of(AnyFacet, const Value& value, std::string_view comparison);
Node leaf_of(Facet facet, const Value& value, std::string_view comparison);
Node leaf_of(TextField field, const Value& value, std::string_view comparison);
Node leaf_of(Field field, const Value& value, std::string_view comparison);
Node leaf_of(CompleteFlag, const Value& value, std::string_view comparison);

Node leaf_of_phrase(const Token& phrase);
// A word without a name before it.
Node leaf_of_word(const Token& word);

}  // namespace ficsearch::query
