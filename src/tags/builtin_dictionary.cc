// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shipped dictionary. Reading its TOML and folding its spellings would take 19 ms of every
// command with 700 concepts; as digests, checked when the program is built, it takes 5.5. All
// checks between concepts run here again: they are cheap, and the tables come of them.
#include <array>
#include <string>
#include <utility>

#include "tags/builtin_records.h"
#include "tags/dictionary.h"
#include "tags/dictionary_sources.h"
#include "tags/dictionary_tables.h"
#include "tags/record_digest.h"
#include "tags/vocabulary.h"
#include "text/keys.h"

namespace ficsearch::tags {

namespace {

std::vector<ConceptRecord> shipped_records() {
  std::vector<ConceptRecord> records;
  records.reserve(builtin_records().size());
  for (const std::string_view digest : builtin_records()) records.push_back(read_digest(digest));
  return records;
}

// Those of another MeCab dictionary could differ from what tags of an archive are read as.
std::span<const SpellingDigest> shipped_spelling_digests() {
  if (builtin_normalizer_version() != text::normalizer_version()) return {};
  return builtin_spelling_digests();
}

Dictionary::Tables tables_of(std::vector<ConceptRecord> records, std::string version) {
  Dictionary::Tables tables = build_tables(std::move(records), std::move(version));
  tables.spelling_digests = shipped_spelling_digests();
  return tables;
}

}  // namespace

std::shared_ptr<const Dictionary> Dictionary::builtin() {
  static const std::shared_ptr<const Dictionary> dictionary =
      std::make_shared<const Dictionary>(Dictionary(std::make_shared<const Tables>(
          tables_of(shipped_records(), std::string(builtin_version())))));
  return dictionary;
}

std::shared_ptr<const Dictionary> Dictionary::builtin_with(const Vocabulary& own) {
  if (own.empty()) return builtin();
  const std::array sources{DictionarySource{"", to_toml(own)}};
  std::string version =
      std::string(builtin_version()) + "+" + version_of("own", own.concepts.size(), sources);
  return std::make_shared<const Dictionary>(Dictionary(std::make_shared<const Tables>(
      tables_of(merged_records(shipped_records(), own), std::move(version)))));
}

}  // namespace ficsearch::tags
