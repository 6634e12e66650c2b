// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of two names a line: aliases and implications with a tab between them, siblings and parents
// with a tab or an arrow. A line that begins with # and has no separator is a comment.
#include "ficsearch/search.h"
#include "tags/csv_rows.h"
#include "tags/import_statements.h"
#include "tags/source_lines.h"

namespace ficsearch::tags {
namespace {

struct Pair {
  std::string_view left;
  std::string_view right;
};

std::optional<Pair> split_at(std::string_view line, std::string_view separator) {
  const std::size_t at = line.find(separator);
  if (at == std::string_view::npos) return std::nullopt;
  const Pair pair{trimmed(line.substr(0, at)), trimmed(line.substr(at + separator.size()))};
  const bool has_third = pair.right.find(separator) != std::string_view::npos;
  if (pair.left.empty() || pair.right.empty() || has_third) return std::nullopt;
  return pair;
}

bool is_pairs(VocabularyFormat format) noexcept {
  return format == VocabularyFormat::siblings || format == VocabularyFormat::parents;
}

std::optional<Pair> pair_of(std::string_view line, VocabularyFormat format) {
  if (const auto pair = split_at(line, "\t")) return pair;
  return is_pairs(format) ? split_at(line, " -> ") : std::nullopt;
}

bool is_comment(std::string_view line, VocabularyFormat format) {
  return trimmed(line).starts_with('#') && line.find('\t') == std::string_view::npos &&
         !(is_pairs(format) && line.find(" -> ") != std::string_view::npos);
}

bool is_header(const Pair& pair, VocabularyFormat format) {
  const std::string left = column_name(pair.left);
  const std::string right = column_name(pair.right);
  return format == VocabularyFormat::aliases ? left == "spelling" && right == "concept"
                                             : left == "concept" && right == "broader";
}

Statement spelling_of(std::size_t line, const Pair& pair, VocabularyFormat format) {
  if (!is_pairs(format))
    return {line, SpellingOf{std::string(pair.left), std::nullopt, std::string(pair.right)}};
  // Such programs write the facet into the name.
  const FilterItem worse = parse_filter_item(pair.left);
  const FilterItem better = parse_filter_item(pair.right);
  Statement statement{line, SpellingOf{worse.value, better.facet, better.value}};
  if (worse.facet != better.facet) statement.withdrawn = "it would join two facets";
  return statement;
}

Statement broader_of(std::size_t line, const Pair& pair, VocabularyFormat format) {
  LinkBetween link;
  if (is_pairs(format)) {
    const FilterItem child = parse_filter_item(pair.left);
    const FilterItem parent = parse_filter_item(pair.right);
    link.from = child.value;
    link.to = parent.value;
    link.from_facet = child.facet;
    link.to_facet = parent.facet;
  } else {
    link.from = pair.left;
    link.to = pair.right;
  }
  return {line, std::move(link)};
}

}  // namespace

std::vector<Statement> read_list_statements(const DictionarySource& source,
                                            VocabularyFormat format) {
  const bool is_alias = format == VocabularyFormat::aliases || format == VocabularyFormat::siblings;
  std::vector<Statement> statements;
  bool is_first = true;
  for (const SourceLine& line : source_lines(source.toml)) {
    if (is_comment(line.text, format)) continue;
    const auto pair = pair_of(line.text, format);
    const bool may_be_header = std::exchange(is_first, false) && !is_pairs(format);
    if (!pair)
      statements.push_back({line.number, NamedConcept{std::string(line.text), std::nullopt},
                            is_pairs(format) ? "the line is no pair: write a -> b"
                                             : "the line is no pair: put a tab between two names"});
    else if (!may_be_header || !is_header(*pair, format))
      statements.push_back(is_alias ? spelling_of(line.number, *pair, format)
                                    : broader_of(line.number, *pair, format));
  }
  return statements;
}

}  // namespace ficsearch::tags
