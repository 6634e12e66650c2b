// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "ficsearch/error.h"
#include "ficsearch/search.h"

namespace ficsearch::query {

// The sort order of a query, piece by piece: "kudos", "words:asc", "words-desc" and "words_asc" are
// pieces that add a key; "asc" and "desc" are pieces that give the last key its direction, as in
// sort:words,asc.
class SortOrderReader {
 public:
  // Throws Error at `where`: `unknown_field` for another key, `bad_value` for another direction,
  // `query_syntax` for a key that was given before.
  void add(std::string_view piece, const Place& where);

  // Whether `text` behind a comma goes on with the order rather than with the query.
  static bool is_piece(std::string_view text);

  bool empty() const noexcept { return keys_.empty(); }
  std::vector<SortKey> take() { return std::move(keys_); }

 private:
  std::vector<SortKey> keys_;
};

}  // namespace ficsearch::query
