// SPDX-License-Identifier: GPL-3.0-or-later
// Every change reads the vocabulary under the writer's lock, changes the value, builds the merged
// dictionary from it as a last check, and writes it in one transaction.
#include "ficsearch/vocabulary.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "engine/existing_index.h"
#include "engine/vocabulary.h"
#include "ficsearch/error.h"
#include "index/joins.h"
#include "store/reader.h"
#include "store/writer.h"
#include "tags/dictionary_spellings.h"
#include "tags/import_statements.h"
#include "tags/remove_from_vocabulary.h"
#include "tags/spelling_keys.h"
#include "tags/vocabulary.h"
#include "tags/vocabulary_editor.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

tags::Vocabulary parsed(const std::string& toml) {
  return toml.empty() ? tags::Vocabulary{}
                      : tags::parse_vocabulary(toml, "the archive's own vocabulary");
}

// The vocabulary of an index while it is being changed.
class OpenVocabulary {
 public:
  explicit OpenVocabulary(const std::filesystem::path& directory)
      : writer_(engine::existing_index(directory), text::normalizer_version()),
        stored_(writer_.vocabulary()) {}

  tags::Vocabulary value() const { return parsed(stored_); }

  void save(const tags::Vocabulary& changed) {
    const std::string toml = changed.empty() ? std::string() : tags::to_toml(changed);
    if (toml == stored_) return;
    const auto merged = tags::Dictionary::builtin_with(changed);  // for its checks, too
    tags::SpellingReader reader;
    const tags::DictionarySpellings spellings(*merged, reader);
    writer_.begin();
    writer_.put_vocabulary(toml);
    // What the archive's spellings mean depends on the dictionary. Made now, or every reader would
    // have to make it for itself.
    writer_.update_joins(merged->version(), [&](const store::TagRegistry& registry, bool) {
      index::rebuild_joins(registry, writer_.tags(), spellings, reader);
    });
    writer_.commit();
  }

 private:
  store::Writer writer_;
  std::string stored_;
};

ImportOutcome outcome_of(tags::Outcome outcome) {
  switch (outcome) {
    case tags::Outcome::accepted:
      return ImportOutcome::accepted;
    case tags::Outcome::unchanged:
      return ImportOutcome::unchanged;
    case tags::Outcome::refused:
      return ImportOutcome::refused;
  }
  return ImportOutcome::refused;
}

ImportVerdict verdict_on(const tags::Statement& statement, const std::string& source,
                         tags::VocabularyEditor& editor) {
  tags::Verdict verdict = editor.state(statement);
  return {source, statement.line, tags::to_string(statement), outcome_of(verdict.outcome),
          std::move(verdict.reason)};
}

std::string read_all(const std::string& source) {
  std::ifstream file;
  if (source != "-") file.open(source, std::ios::binary);
  std::istream& in = source == "-" ? std::cin : file;
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad() || (source != "-" && !file.is_open()))
    throw Error(ErrorCode::io, source + " cannot be read", Place{.file = source},
                "check that it exists and that you may read it");
  return text;
}

// Read before the index is locked: standard input may take its time.
struct ReadSource {
  std::string name;
  std::vector<tags::Statement> statements;
};

std::vector<ReadSource> read_sources(const std::vector<std::string>& names,
                                     VocabularyFormat format) {
  std::vector<ReadSource> sources;
  for (const std::string& name : names)
    sources.push_back({name, tags::read_statements({name, read_all(name)}, format)});
  return sources;
}

void count(VocabularyReport& report) {
  for (const ImportVerdict& verdict : report.verdicts) {
    switch (verdict.outcome) {
      case ImportOutcome::accepted:
        ++report.accepted;
        break;
      case ImportOutcome::unchanged:
        ++report.unchanged;
        break;
      case ImportOutcome::refused:
        ++report.refused;
        break;
    }
  }
}

}  // namespace

VocabularyReport import_vocabulary(const std::filesystem::path& directory,
                                   const std::vector<std::string>& sources,
                                   const VocabularyImportOptions& options) {
  if (options.facet == Facet::freeform)
    throw Error(ErrorCode::bad_value, "a concept cannot be of the facet freeform", {},
                "name another facet, such as trope");
  const std::vector<ReadSource> read = read_sources(sources, options.format);
  OpenVocabulary vocabulary(directory);
  const auto shipped = tags::Dictionary::builtin();
  tags::VocabularyEditor editor(*shipped, options.replace ? tags::Vocabulary{} : vocabulary.value(),
                                {options.create, options.facet});
  VocabularyReport report;
  for (const ReadSource& source : read) {
    const auto first = static_cast<std::ptrdiff_t>(report.verdicts.size());
    for (const tags::Statement& statement : source.statements)
      report.verdicts.push_back(verdict_on(statement, source.name, editor));
    std::stable_sort(
        report.verdicts.begin() + first, report.verdicts.end(),
        [](const ImportVerdict& a, const ImportVerdict& b) { return a.line < b.line; });
  }
  count(report);
  vocabulary.save(editor.vocabulary());
  return report;
}

ImportVerdict add_spelling(const std::filesystem::path& directory, const std::string& spelling,
                           const std::string& target) {
  base::checked_input(spelling, base::kMaxTagBytes);
  base::checked_input(target, base::kMaxTagBytes);
  OpenVocabulary vocabulary(directory);
  const auto shipped = tags::Dictionary::builtin();
  tags::VocabularyEditor editor(*shipped, vocabulary.value(), {});
  ImportVerdict verdict =
      verdict_on({0, tags::SpellingOf{spelling, std::nullopt, target}}, "", editor);
  vocabulary.save(editor.vocabulary());
  return verdict;
}

std::vector<std::string> remove_from_vocabulary(const std::filesystem::path& directory,
                                                std::string_view text) {
  const std::string_view checked = base::checked_input(text, base::kMaxTagBytes);
  OpenVocabulary vocabulary(directory);
  tags::Vocabulary changed = vocabulary.value();
  std::vector<std::string> removed = tags::remove_from(changed, checked);
  if (removed.empty())
    throw Error(ErrorCode::no_concept,
                "the archive's own vocabulary has nothing named \"" + std::string(checked) + "\"",
                {}, "ficsearch tags export lists it; what the dictionary ships stays");
  vocabulary.save(changed);
  return removed;
}

std::string export_vocabulary(const std::filesystem::path& directory, VocabularyFormat format) {
  const store::Reader reader(directory, text::normalizer_version());
  const tags::Vocabulary vocabulary = parsed(reader.vocabulary());
  if (format == VocabularyFormat::toml) return tags::to_toml(vocabulary);
  if (format != VocabularyFormat::aliases)
    throw Error(ErrorCode::bad_value,
                "a vocabulary cannot be exported as " + std::string(to_string(format)), {},
                "toml and aliases are the formats");
  std::string lines = "spelling\tconcept\n";
  for (const auto* entries : {&vocabulary.concepts, &vocabulary.additions})
    for (const auto& [id, value] : *entries)
      for (const ConceptSpelling& spelling : value.spellings)
        lines += spelling.text + "\t" + id + "\n";
  return lines;
}

namespace engine {

std::shared_ptr<const tags::Dictionary> dictionary_with(const std::string& toml) {
  return tags::Dictionary::builtin_with(parsed(toml));
}

}  // namespace engine
}  // namespace ficsearch
