// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/leaf.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>

#include "base/ascii.h"
#include "query/character_count.h"
#include "query/range_text.h"
#include "query/range_value.h"
#include "query/syntax_error.h"

namespace ficsearch::query {
namespace {

constexpr std::size_t kMinPrefixCharacters = 2;

TagTerm tag_prefix(std::optional<Facet> facet, std::string_view text, const Place& where) {
  if (count_characters(text) < kMinPrefixCharacters)
    throw Error(ErrorCode::query_limit,
                "a prefix needs " + std::to_string(kMinPrefixCharacters) + " characters at least",
                where, "write more of the tag before the \"*\"");
  return {facet, std::string(text), true};
}

// =a and a$ ask for a tag as a whole.
std::string_view without_exact_marks(std::string_view text) {
  if (text.size() > 1 && text.starts_with('=')) text.remove_prefix(1);
  if (text.size() > 1 && text.ends_with('$')) text.remove_suffix(1);
  return text;
}

void refuse_minus(const Value& value) {
  if (starts_with_minus(value.text))
    fail_syntax(value.where, "a value cannot begin with a minus",
                "to exclude it, put the minus before the name: -tag:x; else put the value in "
                "quotes");
}

void refuse_wildcard(std::string_view text, const Place& where) {
  const std::size_t at = text.find_first_of("*?");
  if (at == text.npos || (text[at] == '*' && at + 1 == text.size())) return;
  const std::size_t begin = where.byte_offset.value_or(0) + at;
  fail_syntax(place_of(begin, begin + 1), "the only wildcard is one \"*\" at the end of a tag",
              "put the text in quotes");
}

TagTerm tag_term(std::optional<Facet> facet, const Value& value) {
  if (value.quoted) {
    if (value.star) return tag_prefix(facet, value.text, value.where);
    return {facet, value.text, false};
  }
  refuse_minus(value);
  if (starts_with_comparison(value.text))
    throw Error(ErrorCode::bad_value, "tags have no order to compare by", value.where,
                "compare words:, kudos:, updated: or rating:, or put the value in quotes");
  refuse_wildcard(value.text, value.where);
  std::string_view text = value.text;
  if (text.ends_with('*')) return tag_prefix(facet, text.substr(0, text.size() - 1), value.where);
  return {facet, std::string(without_exact_marks(text)), false};
}

// A rating that is none of the four is what the archive wrote: a tag.
bool is_rating_tag(std::string_view value) {
  return !find_rating(value) && !starts_with_comparison(value) && !value.starts_with('=') &&
         !value.starts_with("＝") && value.find("..") == value.npos;
}

}  // namespace

bool starts_with_comparison(std::string_view value) {
  for (const std::string_view sign : {"<", ">", "＜", "＞", "≤", "≥", "≦", "≧"})
    if (value.starts_with(sign)) return true;
  return false;
}

Node leaf_of(AnyFacet, const Value& value, std::string_view) {
  return Node{tag_term(std::nullopt, value)};
}

Node leaf_of(Facet facet, const Value& value, std::string_view) {
  return Node{tag_term(facet, value)};
}

Node leaf_of(TextField field, const Value& value, std::string_view) {
  if (!value.quoted) {
    refuse_minus(value);
    refuse_wildcard(value.text, value.where);
  }
  if (value.star || (!value.quoted && value.text.ends_with('*')))
    fail_syntax(value.where, "only tags can be searched by a prefix",
                "write the whole word, or search tag: instead");
  return Node{FieldWord{field, value.text}};
}

Node leaf_of(Field field, const Value& value, std::string_view comparison) {
  if (field == Field::rating && comparison.empty() && is_rating_tag(value.text))
    return Node{tag_term(Facet::rating, value)};
  if (value.star)
    throw Error(ErrorCode::bad_value, "numbers, dates and ratings take no wildcard", value.where,
                "remove the \"*\"");
  return Node{parse_range(field, std::string(comparison) + value.text, value.where)};
}

Node leaf_of(CompleteFlag, const Value& value, std::string_view) {
  const Node complete{TagTerm{Facet::status, "complete", false}};
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return !value.star && std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return base::equal_ignoring_case(value.text, name);
    });
  };
  if (is_one_of({"true", "yes", "1"})) return complete;
  if (is_one_of({"false", "no", "0"})) return Node{Not{std::make_shared<const Node>(complete)}};
  throw Error(ErrorCode::bad_value, "complete: takes true or false", value.where,
              "write complete:true, or status:… for any other status");
}

Node leaf_of_phrase(const Token& phrase) {
  if (phrase.star) return Node{tag_prefix(std::nullopt, phrase.text, place_of(phrase))};
  return Node{Word{phrase.text, true}};
}

Node leaf_of_word(const Token& word) {
  const std::string_view text = word.text;
  if (text == "&")
    fail_syntax(place_of(word), "\"&\" alone is no term",
                "terms are joined without it; put a tag like \"A & B\" in quotes");
  refuse_wildcard(text, place_of(word));
  if (text.ends_with('*'))
    return Node{tag_prefix(std::nullopt, text.substr(0, text.size() - 1), place_of(word))};
  const std::string_view exact = without_exact_marks(text);
  if (exact.size() == text.size()) return Node{Word{word.text, false}};
  return Node{TagTerm{std::nullopt, std::string(exact), false}};
}

}  // namespace ficsearch::query
