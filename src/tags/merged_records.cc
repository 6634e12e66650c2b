// SPDX-License-Identifier: GPL-3.0-or-later
// The records of the shipped dictionary are digested when the program is built; only what is added
// here has to be folded, so a merged dictionary is built nearly as fast as the shipped one.
#include <unordered_map>
#include <utility>

#include "tags/vocabulary.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

constexpr const char* kSource = "the archive's own vocabulary";

void add_alias(ConceptRecord& record, const std::string& text) {
  record.aliases.push_back({text, text::fold_key(text), record.line});
}

void add_references(ConceptRecord& record, Link link, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) record.references.push_back({link, id, record.line});
}

template <class Item>
void append(std::vector<Item>& to, const std::vector<Item>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// Adds to a record all that an addition can have.
void add(ConceptRecord& record, const Concept& more) {
  for (const ConceptSpelling& spelling : more.spellings) add_alias(record, spelling.text);
  add_references(record, Link::broader, more.broader);
  add_references(record, Link::advisory, more.advisories_always);
  add_references(record, Link::advisory, more.advisories_commonly);
  add_references(record, Link::perspective, more.perspectives);
  add_references(record, Link::medium, more.media);
  add_references(record, Link::related, more.related);
  for (const DistinctFrom& other : more.distinct)
    record.references.push_back({Link::distinct, other.concept_id, record.line});
}

void add_to_value(Concept& value, const Concept& more) {
  append(value.spellings, more.spellings);
  append(value.readings, more.readings);
  append(value.broader, more.broader);
  append(value.advisories_always, more.advisories_always);
  append(value.advisories_commonly, more.advisories_commonly);
  append(value.perspectives, more.perspectives);
  append(value.media, more.media);
  append(value.related, more.related);
  append(value.distinct, more.distinct);
}

ConceptRecord record_of(const Concept& value) {
  ConceptRecord record;
  record.value = value;
  record.source = kSource;
  add_alias(record, value.id);
  for (const auto& [language, label] : value.labels) add_alias(record, label);
  add(record, value);
  return record;
}

}  // namespace

std::vector<ConceptRecord> merged_records(std::vector<ConceptRecord> shipped,
                                          const Vocabulary& own) {
  std::unordered_map<std::string, std::size_t> place;
  if (!own.additions.empty())
    for (std::size_t i = 0; i < shipped.size(); ++i) place.emplace(shipped[i].value.id, i);
  for (const auto& [id, more] : own.additions) {
    const auto found = place.find(id);
    if (found == place.end())
      throw Error(ErrorCode::bad_dictionary,
                  "the archive's own vocabulary adds to " + in_quotes(id) +
                      ", which the dictionary of this program lacks",
                  Place{.file = kSource}, "take it out with: ficsearch tags remove -d DIR " + id);
    ConceptRecord& record = shipped[found->second];
    add(record, more);
    add_to_value(record.value, more);
  }
  for (const auto& [id, value] : own.concepts) shipped.push_back(record_of(value));
  return shipped;
}

}  // namespace ficsearch::tags
