// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of archives whose wranglers make tags canonical, merge synonyms into them, and put them
// below metatags. A CSV with a header:
//   id            optional; merger_id refers to it
//   name, type, canonical (true or false)
//   merger_id, or merger, or synonym_of
//   metatag       optional
// Other columns, such as counts, are passed over.
#include <array>
#include <string_view>
#include <unordered_map>

#include "base/ascii.h"
#include "tags/csv_rows.h"
#include "tags/import_statements.h"

namespace ficsearch::tags {
namespace {

struct Columns {
  std::optional<std::size_t> id, name, type, canonical, merger_id, merger, metatag;
};

Columns columns_of(const CsvRow& header, const std::string& source) {
  const Columns columns{find_column(header, {"id"}),
                        find_column(header, {"name"}),
                        find_column(header, {"type"}),
                        find_column(header, {"canonical"}),
                        find_column(header, {"merger_id"}),
                        find_column(header, {"merger", "synonym_of"}),
                        find_column(header, {"metatag", "metatags"})};
  if (!columns.name || !columns.type || !columns.canonical)
    refuse(source, header.line, "the table lacks one of the columns name, type and canonical",
           "begin it with a header that names them");
  return columns;
}

struct TypeFacet {
  std::string_view type;
  std::optional<Facet> facet;
};
// A freeform tag may mean a concept of any facet.
constexpr std::array<TypeFacet, 7> kTypes{{{"fandom", Facet::fandom},
                                           {"character", Facet::character},
                                           {"relationship", Facet::relationship},
                                           {"rating", Facet::rating},
                                           {"archivewarning", Facet::warning},
                                           {"warning", Facet::warning},
                                           {"freeform", std::nullopt}}};

const TypeFacet* find_type(std::string_view type) {
  for (const TypeFacet& each : kTypes)
    if (base::equal_ignoring_case(each.type, type)) return &each;
  return nullptr;
}

bool is_true(std::string_view cell) {
  return base::equal_ignoring_case(cell, "true") || base::equal_ignoring_case(cell, "t") ||
         cell == "1" || base::equal_ignoring_case(cell, "yes");
}

class Table {
 public:
  Table(std::vector<CsvRow> rows, const std::string& source)
      : rows_(std::move(rows)), columns_(columns_of(rows_.front(), source)) {
    for (std::size_t i = 1; i < rows_.size(); ++i)
      names_.emplace(cell_of(rows_[i], columns_.id), cell_of(rows_[i], columns_.name));
  }

  // Canonical tags first, so that synonyms and metatags find them.
  std::vector<Statement> statements() const {
    std::vector<Statement> statements;
    for (std::size_t i = 1; i < rows_.size(); ++i)
      if (is_true(cell_of(rows_[i], columns_.canonical))) statements.push_back(canonical(rows_[i]));
    for (std::size_t i = 1; i < rows_.size(); ++i) {
      if (!is_true(cell_of(rows_[i], columns_.canonical))) statements.push_back(synonym(rows_[i]));
      if (!cell_of(rows_[i], columns_.metatag).empty()) statements.push_back(metatag(rows_[i]));
    }
    return statements;
  }

 private:
  std::string name_of(const CsvRow& row) const { return std::string(cell_of(row, columns_.name)); }

  // Says why a row of an unknown type is passed over; else gives the facet of its type.
  std::optional<Facet> facet_of(const CsvRow& row, std::string& withdrawn) const {
    const std::string_view type = cell_of(row, columns_.type);
    if (const TypeFacet* known = find_type(type)) return known->facet;
    withdrawn = "no facet holds tags of the type " + in_quotes(type);
    return std::nullopt;
  }

  Statement canonical(const CsvRow& row) const {
    Statement statement{row.line, {}};
    statement.what = NamedConcept{name_of(row), facet_of(row, statement.withdrawn)};
    return statement;
  }

  Statement synonym(const CsvRow& row) const {
    Statement statement{row.line, {}};
    const auto facet = facet_of(row, statement.withdrawn);
    std::string_view merger = cell_of(row, columns_.merger);
    const std::string_view merger_id = cell_of(row, columns_.merger_id);
    if (const auto named = names_.find(merger_id); merger.empty() && named != names_.end())
      if (!merger_id.empty()) merger = named->second;
    if (merger.empty()) {
      statement.what = NamedConcept{name_of(row), facet};
      statement.withdrawn = merger_id.empty()
                                ? "it is neither canonical nor merged into a tag"
                                : "the table has no tag of the id " + std::string(merger_id);
    } else {
      statement.what = SpellingOf{name_of(row), facet, std::string(merger)};
    }
    return statement;
  }

  Statement metatag(const CsvRow& row) const {
    Statement statement{row.line, {}};
    const auto facet = facet_of(row, statement.withdrawn);
    statement.what = LinkBetween{.from = name_of(row),
                                 .to = std::string(cell_of(row, columns_.metatag)),
                                 .from_facet = facet,
                                 .to_facet = facet};
    return statement;
  }

  std::vector<CsvRow> rows_;
  Columns columns_;
  std::unordered_map<std::string_view, std::string_view> names_;  // by id; views into rows_
};

}  // namespace

std::vector<Statement> read_canonical_statements(const DictionarySource& source) {
  std::vector<CsvRow> rows = csv_rows(source.toml, source.name);
  if (rows.empty()) return {};
  return Table(std::move(rows), source.name).statements();
}

}  // namespace ficsearch::tags
