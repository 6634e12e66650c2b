// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/row_record.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "ficsearch/error.h"
#include "ingest/tag_column.h"
#include "ingest/unknown_key.h"
#include "ingest/white_space.h"
#include "ingest/work_fields.h"

namespace ficsearch::ingest {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_key(Writer& writer, std::string_view key) {
  writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}

std::vector<std::string> split(std::string_view cell, std::string_view separator) {
  std::vector<std::string> names;
  for (;;) {
    const std::size_t end = cell.find(separator);
    if (std::string name = collapsed(cell.substr(0, end)); !name.empty())
      names.push_back(std::move(name));
    if (end == std::string_view::npos) return names;
    cell.remove_prefix(end + separator.size());
  }
}

// "2021/4/3" as spreadsheets write it -> "2021-04-03"; other text as it is.
std::string with_hyphens(std::string_view cell) {
  std::string date = collapsed(cell);
  if (date.find('/') == std::string::npos) return date;
  std::string result;
  for (const std::string& part : split_names(date, "/")) {
    if (!result.empty()) result += '-';
    result += part.size() == 1 ? '0' + part : part;
  }
  return result;
}

bool is_long_number(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  return digits.size() > kYearDigits &&
         std::all_of(digits.begin(), digits.end(), base::is_ascii_digit);
}

// A cell that is no count or no date goes on as it is: the record's reader refuses it by name.
void write_count(Writer& writer, const std::string& cell) {
  if (const auto count = parse_count(cell))
    writer.Uint(*count);
  else
    write(writer, cell);
}

void write_date(Writer& writer, const std::string& cell) {
  const std::string date = with_hyphens(cell);
  const auto instant = is_long_number(date) ? std::nullopt : parse_loose_date(date);
  if (instant)
    writer.Int64(*instant);
  else if (is_long_number(date))
    writer.RawValue(date.data(), date.size(), rapidjson::kNumberType);
  else
    write(writer, cell);
}

// What the cells of a row come to, by field.
struct Fields {
  std::map<std::string, std::string> single;
  std::map<std::string, std::vector<std::string>> lists;   // "tags": as "facet:name" or bare
  std::map<std::string, std::vector<std::string>> titles;  // by language
};

void add_cell(Fields& fields, const ColumnTarget& target, const std::string& cell) {
  const bool is_list = find_field_kind(target.field) == FieldKind::list;
  if (!is_list) {
    fields.single.emplace(target.field, cell);
    return;
  }
  for (std::string& name : split(cell, target.separator)) {
    if (target.field == "titles")
      fields.titles[target.detail].push_back(std::move(name));
    else if (target.field == "tags" && !target.detail.empty())
      fields.lists[target.field].push_back(target.detail + ':' + name);
    else
      fields.lists[target.field].push_back(std::move(name));
  }
}

void write_list(Writer& writer, const std::vector<std::string>& names) {
  writer.StartArray();
  for (const std::string& name : names) write(writer, name);
  writer.EndArray();
}

std::string to_json(const Fields& fields) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.StartObject();
  for (const auto& [field, cell] : fields.single) {
    write_key(writer, field);
    const auto kind = find_field_kind(field);
    if (kind == FieldKind::count)
      write_count(writer, cell);
    else if (kind == FieldKind::date)
      write_date(writer, cell);
    else
      write(writer, cell);
  }
  for (const auto& [field, names] : fields.lists) {
    write_key(writer, field);
    write_list(writer, names);
  }
  if (!fields.titles.empty()) {
    writer.Key("titles");
    writer.StartObject();
    for (const auto& [language, titles] : fields.titles) {
      write_key(writer, language);
      write_list(writer, titles);
    }
    writer.EndObject();
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

[[noreturn]] void refuse(const std::string& problem, const std::string& hint = {}) {
  throw Error(ErrorCode::bad_table, problem, {}, hint);
}

}  // namespace

RowRecord::RowRecord(const std::vector<std::string>& header, const ColumnMap& columns) {
  std::set<std::string> names;
  std::map<std::string, std::string> column_of;  // of fields that hold one value
  for (const std::string& cell : header) {
    Column column{collapsed(cell), std::nullopt};
    if (column.name.empty()) refuse("a column of the table has no name");
    if (!names.insert(column.name).second)
      refuse("the table has two columns \"" + column.name + '"');
    column.target = columns.target_of(column.name);
    if (column.target && !find_field_kind(column.target->field) && is_called_like_tags(column.name))
      refuse(
          "the column \"" + column.name +
              "\" is called as if it held tags, but is none of our fields",
          "say in a map of columns (--map FILE) that it is \"tags.warning\" or whatever it is, or "
          "to be ignored");
    if (column.target && find_field_kind(column.target->field) != FieldKind::list) {
      const auto [other, is_new] = column_of.emplace(column.target->field, column.name);
      if (!is_new)
        refuse("the columns \"" + other->second + "\" and \"" + column.name + "\" both mean " +
               column.target->field);
    }
    columns_.push_back(std::move(column));
  }
  for (const std::string& name : columns.named())
    if (!names.contains(name))
      refuse("the table has no column \"" + name + "\", which the map names",
             nearest_hint(name, {names.begin(), names.end()}));
  if (!has("id") || !(has("title") || has("titles")))
    refuse("the table has no column for the id or none for the title",
           "name them id and title, or give a map of columns");
}

bool RowRecord::has(std::string_view field) const {
  return std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) {
    return column.target && column.target->field == field;
  });
}

std::string RowRecord::to_json(const std::vector<std::string>& cells) const {
  if (cells.size() != columns_.size())
    refuse("the row has " + std::to_string(cells.size()) + " cells, the header " +
           std::to_string(columns_.size()));
  Fields fields;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (columns_[i].target && !cells[i].empty()) add_cell(fields, *columns_[i].target, cells[i]);
  return ingest::to_json(fields);
}

}  // namespace ficsearch::ingest
