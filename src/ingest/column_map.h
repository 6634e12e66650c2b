// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::ingest {

// What a column of a table means.
struct ColumnTarget {
  std::string field;      // a key of a work: "title", "tags"; of "titles" and "tags", see below
  std::string detail;     // the language of "titles", the facet of "tags"; empty: none is said
  std::string separator;  // between the names of a cell; in a map, empty: that of the map
};

// How the columns of a table become a work. A file of it is TOML:
//
//   separator = ";"                     # between the names of a cell; ";" if it is not said
//   charset = "Shift_JIS"               # else guessed
//   ignore = ["internal number"]        # columns that are not kept
//   [columns]
//   "番号" = "id"
//   "題名" = "titles.ja"
//   "タグ" = { to = "tags.freeform", separator = "、" }
//
// A target is a field of works, "titles.LANGUAGE" or "tags.FACET". Columns that the map does not
// name and that are called as a target, in any case ("Tags"), are it; all others are kept as stored
// fields.
class ColumnMap {
 public:
  ColumnMap() = default;

  // Reads a map. Throws Error: `bad_value` with line and column, `io`.
  static ColumnMap load(const std::string& path);
  // The same from text; `name` is for messages.
  static ColumnMap parse(std::string_view toml, const std::string& name);

  // What the column is; nullopt if it is not kept, and for a stored field a target whose `field`
  // is the column's own name.
  std::optional<ColumnTarget> target_of(const std::string& column) const;

  // The columns that the map names, sorted.
  std::vector<std::string> named() const;

  const std::string& charset() const noexcept { return charset_; }

 private:
  std::map<std::string, ColumnTarget> columns_;
  std::set<std::string> ignored_;
  std::string separator_ = ";";
  std::string charset_;
};

// Whether a key of works, as ColumnTarget::field names it, holds a list, a count or one text.
enum class FieldKind { text, list, count, date };
// nullopt for a name that is no field that a cell can hold.
std::optional<FieldKind> find_field_kind(std::string_view field) noexcept;

}  // namespace ficsearch::ingest
