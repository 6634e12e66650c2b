// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/sort_text.h"

#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "query/syntax_error.h"

namespace ficsearch::query {
namespace {

// Whether it is ascending.
std::optional<bool> find_direction(std::string_view text) {
  if (base::equal_ignoring_case(text, "asc")) return true;
  if (base::equal_ignoring_case(text, "desc")) return false;
  return std::nullopt;
}

std::string_view name_of(std::string_view piece) {
  return piece.substr(0, piece.find_first_of(":-_"));
}

std::optional<SortKey> find_key(std::string_view name) {
  if (base::equal_ignoring_case(name, "relevance")) return SortKey{std::nullopt, false};
  const auto field = base::equal_ignoring_case(name, "date") ? Field::updated : find_field(name);
  if (!field) return std::nullopt;
  return SortKey{field, false};
}

void set_direction(SortKey& key, std::string_view text, const Place& where) {
  const auto ascending = find_direction(text);
  if (!ascending)
    throw Error(ErrorCode::bad_value, "a sort order is asc or desc", where,
                "write sort:words:asc or sort:words:desc");
  if (!key.field && *ascending)
    throw Error(ErrorCode::bad_value, "relevance has only one order, the best first", where,
                "write sort:relevance");
  key.ascending = *ascending;
}

}  // namespace

void SortOrderReader::add(std::string_view piece, const Place& where) {
  if (!keys_.empty() && find_direction(piece)) {
    set_direction(keys_.back(), piece, where);
    return;
  }
  const std::string_view name = name_of(piece);
  auto key = find_key(name);
  if (!key)
    throw Error(ErrorCode::unknown_field, "there is no sort key \"" + std::string(name) + "\"",
                where,
                "sort keys: relevance, updated, published, words, kudos, hits, comments, "
                "bookmarks, rating, title; each also with :asc or :desc");
  if (name.size() < piece.size()) set_direction(*key, piece.substr(name.size() + 1), where);
  for (const SortKey& earlier : keys_)
    if (earlier.field == key->field)
      fail_syntax(where, "this sort key is given twice", "remove one");
  keys_.push_back(*key);
}

bool SortOrderReader::is_piece(std::string_view text) {
  return find_direction(text) || find_key(name_of(text));
}

}  // namespace ficsearch::query
