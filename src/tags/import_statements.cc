// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/import_statements.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "tags/csv_rows.h"
#include "tags/source_lines.h"

namespace ficsearch {
namespace {

struct NamedFormat {
  VocabularyFormat format;
  std::string_view name;
};
constexpr std::array<NamedFormat, 9> kFormats{{
    {VocabularyFormat::automatic, "auto"},
    {VocabularyFormat::toml, "toml"},
    {VocabularyFormat::aliases, "aliases"},
    {VocabularyFormat::implications, "implications"},
    {VocabularyFormat::booru_aliases, "booru-aliases"},
    {VocabularyFormat::booru_implications, "booru-implications"},
    {VocabularyFormat::siblings, "siblings"},
    {VocabularyFormat::parents, "parents"},
    {VocabularyFormat::canonical, "canonical"},
}};

}  // namespace

std::string_view to_string(VocabularyFormat format) noexcept {
  for (const NamedFormat& each : kFormats)
    if (each.format == format) return each.name;
  return "unknown";
}

std::optional<VocabularyFormat> find_vocabulary_format(std::string_view name) noexcept {
  for (const NamedFormat& each : kFormats)
    if (base::equal_ignoring_case(each.name, name)) return each.format;
  return std::nullopt;
}

namespace tags {
namespace {

bool is_toml(const std::vector<SourceLine>& lines) {
  const auto begins = std::find_if(lines.begin(), lines.end(), [](const SourceLine& line) {
    return !trimmed(line.text).starts_with('#');
  });
  if (begins == lines.end()) return false;
  const std::string_view line = trimmed(begins->text);
  return line.starts_with("[[") || (line.starts_with("format") && line.find('=') != line.npos);
}

std::optional<VocabularyFormat> format_of_header(std::string_view line) {
  std::vector<std::string> columns;
  for (std::string_view rest = line;;) {
    const std::size_t end = rest.find_first_of("\t,");
    columns.push_back(column_name(rest.substr(0, end)));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const auto has = [&](std::string_view name) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
  };
  if (has("name") && has("canonical")) return VocabularyFormat::canonical;
  if (has("spelling") && has("concept")) return VocabularyFormat::aliases;
  if (has("concept") && has("broader")) return VocabularyFormat::implications;
  return std::nullopt;
}

}  // namespace

std::optional<VocabularyFormat> find_format(std::string_view text) {
  const std::vector<SourceLine> lines = source_lines(text);
  if (is_toml(lines)) return VocabularyFormat::toml;
  return lines.empty() ? std::nullopt : format_of_header(lines.front().text);
}

std::vector<Statement> read_statements(const DictionarySource& source, VocabularyFormat format) {
  switch (format) {
    case VocabularyFormat::automatic:
      if (const auto found = find_format(source.toml)) return read_statements(source, *found);
      throw Error(ErrorCode::unknown_format, "the source could be of more than one format",
                  Place{.file = source.name},
                  "say which with --format, such as aliases, implications or siblings");
    case VocabularyFormat::toml:
      return read_toml_statements(source);
    case VocabularyFormat::booru_aliases:
    case VocabularyFormat::booru_implications:
      return read_booru_statements(source, format);
    case VocabularyFormat::canonical:
      return read_canonical_statements(source);
    case VocabularyFormat::aliases:
    case VocabularyFormat::implications:
    case VocabularyFormat::siblings:
    case VocabularyFormat::parents:
      return read_list_statements(source, format);
  }
  return {};
}

}  // namespace tags
}  // namespace ficsearch
