// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ficsearch/work.h"
#include "ingest/sqlite_guard.h"

namespace ficsearch::ingest {

// A column that the owner of a Calibre library added.
struct CalibreColumn {
  std::int64_t number = 0;
  std::string label;  // "genre"
  std::string type;   // Calibre's name of its data type
  bool is_normalized = false;
};

// The names that `sql` gives of the book ?1, a link a row: a name that is missing is
// Error(`bad_database`), for it may be one that readers exclude.
std::vector<std::string> linked_texts(ForeignDatabase& database, const std::string& sql,
                                      std::int64_t book);

// The custom columns of a library, in the order of their numbers. Throws Error(`bad_database`) if
// the tables of one are not there, and as Rows does.
std::vector<CalibreColumn> calibre_columns(ForeignDatabase& database);

// Adds what `column` says of the book. A text is a tag: of the facet that the column is called
// ("genre", "warnings"), else freeform, so that an exclusion sees it. A column "words" or "kudos"
// is that count, "rating" and "status" are these fields; numbers, dates, comments and truth values
// are kept as stored fields. Throws as Rows and add_tag do.
void add_calibre_column(Work& work, ForeignDatabase& database, const CalibreColumn& column,
                        std::int64_t book);

}  // namespace ficsearch::ingest
