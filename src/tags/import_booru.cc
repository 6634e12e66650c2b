// SPDX-License-Identifier: GPL-3.0-or-later
// Alias and implication tables of image boards: antecedent,consequent[,status], with a header that
// may name more columns, or without one. Names have underscores for blanks.
#include <algorithm>

#include "base/ascii.h"
#include "tags/csv_rows.h"
#include "tags/import_statements.h"

namespace ficsearch::tags {
namespace {

struct Columns {
  std::optional<std::size_t> antecedent;
  std::optional<std::size_t> consequent;
  std::optional<std::size_t> status;
};

std::optional<Columns> find_columns(const CsvRow& row) {
  const Columns columns{find_column(row, {"antecedent_name", "antecedent"}),
                        find_column(row, {"consequent_name", "consequent"}),
                        find_column(row, {"status"})};
  if (!columns.antecedent || !columns.consequent) return std::nullopt;
  return columns;
}

std::string with_blanks(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

Statement statement_of(const CsvRow& row, const Columns& columns, VocabularyFormat format) {
  std::string antecedent = with_blanks(cell_of(row, columns.antecedent));
  std::string consequent = with_blanks(cell_of(row, columns.consequent));
  const std::string_view status = cell_of(row, columns.status);
  Statement statement;
  statement.line = row.line;
  if (antecedent.empty() || consequent.empty())
    statement.withdrawn = "the row lacks a name";
  else if (!status.empty() && !base::equal_ignoring_case(status, "active"))
    statement.withdrawn = "its status is " + std::string(status);
  if (format == VocabularyFormat::booru_aliases)
    statement.what = SpellingOf{std::move(antecedent), std::nullopt, std::move(consequent)};
  else
    statement.what = LinkBetween{
        Link::broader, std::move(antecedent), std::move(consequent), Due::always, "", std::nullopt};
  return statement;
}

}  // namespace

std::vector<Statement> read_booru_statements(const DictionarySource& source,
                                             VocabularyFormat format) {
  std::vector<Statement> statements;
  const std::vector<CsvRow> rows = csv_rows(source.toml, source.name);
  if (rows.empty()) return statements;
  const auto header = find_columns(rows.front());
  const Columns columns = header.value_or(Columns{0, 1, 2});
  for (auto row = rows.begin() + (header ? 1 : 0); row != rows.end(); ++row)
    statements.push_back(statement_of(*row, columns, format));
  return statements;
}

}  // namespace ficsearch::tags
