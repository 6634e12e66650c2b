// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/column_map.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/toml.h"
#include "ficsearch/error.h"
#include "ficsearch/facet.h"
#include "ingest/input_file.h"
#include "ingest/unknown_key.h"
#include "ingest/work_file.h"
#include "text/charset.h"

namespace ficsearch::ingest {
namespace {

struct Field {
  std::string_view name;
  FieldKind kind;
};
constexpr std::array kFields{
    Field{"id", FieldKind::text},          Field{"title", FieldKind::text},
    Field{"titles", FieldKind::list},      Field{"authors", FieldKind::list},
    Field{"summary", FieldKind::text},     Field{"language", FieldKind::text},
    Field{"rating", FieldKind::text},      Field{"status", FieldKind::text},
    Field{"medium", FieldKind::text},      Field{"series", FieldKind::list},
    Field{"collections", FieldKind::list}, Field{"url", FieldKind::text},
    Field{"words", FieldKind::count},      Field{"published", FieldKind::date},
    Field{"updated", FieldKind::date},     Field{"kudos", FieldKind::count},
    Field{"hits", FieldKind::count},       Field{"comments", FieldKind::count},
    Field{"bookmarks", FieldKind::count},  Field{"tags", FieldKind::list},
    Field{"text", FieldKind::text},
};

std::vector<std::string> target_names() {
  std::vector<std::string> names;
  for (const Field& field : kFields) names.emplace_back(field.name);
  for (const Facet facet : kAllFacets) names.push_back("tags." + std::string(to_string(facet)));
  return names;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), base::ascii_lower);
  return result;
}

// "tags.warning" -> tags, warning; nullopt if it is no target. The case of ASCII letters says
// nothing.
std::optional<ColumnTarget> parse_target(std::string_view name) {
  const std::size_t dot = name.find('.');
  const std::string field = lower(name.substr(0, dot));
  const std::string_view detail =
      dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  if (!find_field_kind(field)) return std::nullopt;
  const bool needs_detail = field == "titles";
  const bool may_have_detail = needs_detail || field == "tags";
  if (needs_detail != !detail.empty() && !may_have_detail) return std::nullopt;
  if (needs_detail && detail.empty()) return std::nullopt;
  if (dot != std::string_view::npos && detail.empty()) return std::nullopt;
  if (field == "tags" && !detail.empty() && !find_facet(detail)) return std::nullopt;
  return ColumnTarget{field, std::string(detail), {}};
}

class MapReader {
 public:
  explicit MapReader(const std::string& name) : name_(name) {}

  [[noreturn]] void fail(const std::string& problem, const toml::source_region& region,
                         const std::string& hint = {}) const {
    throw Error(ErrorCode::bad_value, problem,
                Place{.file = name_, .line = region.begin.line, .column = region.begin.column},
                hint);
  }

  std::string text(const toml::node& node, std::string_view key) const {
    if (const auto value = node.value<std::string>()) return *value;
    fail("\"" + std::string(key) + "\" must be a string", node.source());
  }

  std::string separator_text(const toml::node& node) const {
    std::string result = text(node, "separator");
    if (result.empty()) fail("a separator must not be empty", node.source());
    return result;
  }

  ColumnTarget target(const toml::node& node, const std::string& column) const {
    const toml::table* const table = node.as_table();
    if (table == nullptr) return named_target(text(node, column), node);
    std::optional<ColumnTarget> result;
    std::string separator;
    for (const auto& [key, value] : *table) {
      if (key == "to")
        result = named_target(text(value, "to"), value);
      else if (key == "separator")
        separator = separator_text(value);
      else
        fail("\"" + std::string(key.str()) + "\" is not a key of a column", key.source(),
             nearest_hint(key.str(), {"to", "separator"}));
    }
    if (!result) fail("the column has no \"to\"", node.source());
    result->separator = std::move(separator);
    return *std::move(result);
  }

 private:
  ColumnTarget named_target(const std::string& target, const toml::node& node) const {
    if (auto result = parse_target(target)) return *std::move(result);
    fail("\"" + target + "\" is no field of works", node.source(),
         nearest_hint(target, target_names()));
  }

  const std::string& name_;
};

}  // namespace

std::optional<FieldKind> find_field_kind(std::string_view name) noexcept {
  for (const Field& field : kFields)
    if (field.name == name) return field.kind;
  return std::nullopt;
}

ColumnMap ColumnMap::load(const std::string& path) {
  InputFile file = InputFile::open(path);
  return parse(whole_file(file), path);
}

ColumnMap ColumnMap::parse(std::string_view toml, const std::string& name) {
  const MapReader reader(name);
  ColumnMap map;
  toml::table table;
  try {
    table = toml::parse(toml, name);
  } catch (const toml::parse_error& error) {  // toml++ throws, and only here
    reader.fail(std::string(error.description()), error.source());
  }
  for (const auto& [key, value] : table) {
    if (key == "separator") {
      map.separator_ = reader.separator_text(value);
    } else if (key == "charset") {
      map.charset_ = reader.text(value, "charset");
      if (!text::is_known_charset(map.charset_))
        reader.fail("no charset is called \"" + map.charset_ + '"', value.source());
    } else if (key == "ignore" && value.is_array()) {
      for (const toml::node& column : *value.as_array())
        map.ignored_.insert(reader.text(column, "ignore"));
    } else if (key == "columns" && value.is_table()) {
      for (const auto& [column, target] : *value.as_table())
        map.columns_.emplace(column.str(), reader.target(target, std::string(column.str())));
    } else {
      reader.fail("\"" + std::string(key.str()) + "\" is not a key of a map of columns",
                  key.source(),
                  nearest_hint(key.str(), {"separator", "charset", "ignore", "columns"}));
    }
  }
  return map;
}

std::optional<ColumnTarget> ColumnMap::target_of(const std::string& column) const {
  if (ignored_.contains(column)) return std::nullopt;
  ColumnTarget target{column, {}, {}};
  if (const auto known = columns_.find(column); known != columns_.end())
    target = known->second;
  else if (auto same = parse_target(column))
    target = *std::move(same);
  if (target.separator.empty()) target.separator = separator_;
  return target;
}

std::vector<std::string> ColumnMap::named() const {
  std::vector<std::string> names(ignored_.begin(), ignored_.end());
  for (const auto& [column, target] : columns_) names.push_back(column);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace ficsearch::ingest
