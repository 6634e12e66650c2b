// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/calibre_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "ficsearch/error.h"
#include "ingest/page_text.h"
#include "ingest/rating_label.h"
#include "ingest/tag_column.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

constexpr std::array<std::string_view, 3> kTagTypes{"text", "enumeration", "series"};

// "warnings" and "warning" both name the facet.
Facet facet_of(std::string_view label) {
  if (const auto facet = find_facet(label)) return *facet;
  if (label.ends_with('s'))
    if (const auto facet = find_facet(label.substr(0, label.size() - 1))) return *facet;
  return Facet::freeform;
}

std::vector<std::string> values_of(ForeignDatabase& database, const CalibreColumn& column,
                                   std::int64_t book) {
  const std::string number = std::to_string(column.number);
  const std::string values = "custom_column_" + number;
  const std::string links = "books_custom_column_" + number + "_link";
  if (column.is_normalized)
    return linked_texts(database,
                        "SELECT v.value FROM " + links + " l LEFT JOIN " + values +
                            " v ON v.id = l.value WHERE l.book = ?1 ORDER BY l.id",
                        book);
  std::vector<std::string> texts;
  Rows rows(database, "SELECT value FROM " + values + " WHERE book = ?1 ORDER BY id");
  rows.bind(1, book);
  while (rows.next())
    if (std::string text = rows.text(0); !text.empty()) texts.push_back(std::move(text));
  return texts;
}

void check_tables(ForeignDatabase& database, const CalibreColumn& column) {
  const std::string number = std::to_string(column.number);
  database.check_table("custom_column_" + number);
  if (column.is_normalized) database.check_table("books_custom_column_" + number + "_link");
}

// False if `label` names no field of works.
bool set_field(Work& work, const std::string& label, const std::string& value) {
  if (label == "words" || label == "word_count")
    work.words = parse_count(value);
  else if (label == "kudos")
    work.kudos = parse_count(value);
  else if (label == "hits")
    work.hits = parse_count(value);
  else if (label == "comments_count")
    work.comments = parse_count(value);
  else if (label == "bookmarks")
    work.bookmarks = parse_count(value);
  else if (label == "rating")
    work.rating = rating_of_label(value);
  else if (label == "status")
    work.status = name_field(value, "status");
  else
    return false;
  return true;
}

}  // namespace

std::vector<std::string> linked_texts(ForeignDatabase& database, const std::string& sql,
                                      std::int64_t book) {
  std::vector<std::string> texts;
  Rows rows(database, sql);
  rows.bind(1, book);
  while (rows.next()) {
    if (rows.is_null(0))
      throw Error(ErrorCode::bad_database, "the book has a tag that the database does not hold", {},
                  "have Calibre check the library");
    if (std::string text = rows.text(0); !text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<CalibreColumn> calibre_columns(ForeignDatabase& database) {
  std::vector<CalibreColumn> columns;
  if (!database.has_table("custom_columns")) return columns;
  Rows rows(database,
            "SELECT id, label, datatype, normalized FROM custom_columns "
            "WHERE mark_for_delete = 0 ORDER BY id");
  while (rows.next())
    columns.push_back({rows.number(0), rows.text(1), rows.text(2), rows.number(3) != 0});
  for (const CalibreColumn& column : columns) check_tables(database, column);
  return columns;
}

void add_calibre_column(Work& work, ForeignDatabase& database, const CalibreColumn& column,
                        std::int64_t book) {
  const std::vector<std::string> values = values_of(database, column, book);
  if (values.empty() || set_field(work, column.label, values.front())) return;
  const bool is_tag = std::find(kTagTypes.begin(), kTagTypes.end(), column.type) != kTagTypes.end();
  if (!is_tag)
    return add_extra(work, std::string(kCalibreField) + column.label, text_of_html(values.front()));
  for (const std::string& value : values) add_tag(work, facet_of(column.label), value);
}

}  // namespace ficsearch::ingest
