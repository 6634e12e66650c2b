// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/column_map.h"

namespace ficsearch::ingest {

// Turns rows of a table into records of JSON, so that cells are held to the same rules as the
// fields of a dump.
class RowRecord {
 public:
  // Throws Error(`bad_table`): a column twice, two columns for a field of one value, no id or
  // title, a column missing that the map names, or one that is called as if it held tags
  // (tag_column.h) and would be a stored field.
  RowRecord(const std::vector<std::string>& header, const ColumnMap& columns);

  // The record of a row. Empty cells say nothing. Throws Error(`bad_table`) if the row has another
  // number of cells than the header.
  std::string to_json(const std::vector<std::string>& cells) const;

 private:
  struct Column {
    std::string name;
    std::optional<ColumnTarget> target;
  };

  bool has(std::string_view field) const;

  std::vector<Column> columns_;
};

}  // namespace ficsearch::ingest
