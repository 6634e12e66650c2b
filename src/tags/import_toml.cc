// SPDX-License-Identifier: GPL-3.0-or-later
// The concepts of a file come first, so that links may name those that stand further down.
#include <algorithm>

#include "tags/import_statements.h"
#include "tags/toml_records.h"

namespace ficsearch::tags {
namespace {

Statement described(const ConceptRecord& record) {
  Concept value;
  value.id = record.value.id;
  value.facet = record.value.facet;
  value.labels = record.value.labels;
  value.definition = record.value.definition;
  value.note = record.value.note;
  return {record.line, DescribedConcept{std::move(value)}};
}

// The line on which the record has this spelling.
std::size_t line_of(const ConceptRecord& record, const std::string& spelling) {
  const auto alias = std::find_if(record.aliases.begin(), record.aliases.end(),
                                  [&](const WrittenAlias& a) { return a.text == spelling; });
  return alias == record.aliases.end() ? record.line : alias->line;
}

Due due_of(const Concept& value, const Reference& reference) {
  const std::vector<std::string>& always = value.advisories_always;
  const bool is_always = std::find(always.begin(), always.end(), reference.id) != always.end();
  return is_always ? Due::always : Due::commonly;
}

std::string difference_of(const Concept& value, const Reference& reference) {
  for (const DistinctFrom& other : value.distinct)
    if (reference.link == Link::distinct && other.concept_id == reference.id)
      return other.difference;
  return "";
}

void add_rest(const ConceptRecord& record, std::vector<Statement>& statements) {
  const Concept& value = record.value;
  for (const ConceptSpelling& spelling : value.spellings)
    statements.push_back(
        {line_of(record, spelling.text), SpellingOf{spelling.text, std::nullopt, value.id}});
  for (const std::string& reading : value.readings)
    statements.push_back({record.line, ReadingOf{reading, value.id}});
  for (const Reference& reference : record.references)
    statements.push_back(
        {reference.line, LinkBetween{reference.link, value.id, reference.id,
                                     due_of(value, reference), difference_of(value, reference)}});
}

}  // namespace

std::vector<Statement> read_toml_statements(const DictionarySource& source) {
  const VocabularyRecords records = read_toml_vocabulary(source);
  std::vector<Statement> statements;
  for (const ConceptRecord& record : records.concepts) statements.push_back(described(record));
  for (const ConceptRecord& record : records.concepts) add_rest(record, statements);
  for (const ConceptRecord& record : records.additions) add_rest(record, statements);
  return statements;
}

}  // namespace ficsearch::tags
