// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/remove_from_vocabulary.h"

#include <algorithm>

#include "text/keys.h"

namespace ficsearch::tags {
namespace {

bool has_nothing(const Concept& addition) {
  Concept empty;
  empty.id = addition.id;
  return addition == empty;
}

// Everything that names `id` in another entry, as text.
void remove_references(Concept& value, const std::string& id, std::vector<std::string>& removed) {
  for (std::vector<std::string>* list :
       {&value.broader, &value.advisories_always, &value.advisories_commonly, &value.perspectives,
        &value.media, &value.related})
    if (std::erase(*list, id) != 0) removed.push_back(value.id + " - " + id);
  if (std::erase_if(value.distinct,
                    [&](const DistinctFrom& other) { return other.concept_id == id; }) != 0)
    removed.push_back(value.id + " - " + id);
}

void remove_concept(Vocabulary& vocabulary, const std::string& id,
                    std::vector<std::string>& removed) {
  removed.push_back(id);
  for (const ConceptSpelling& spelling : vocabulary.concepts.at(id).spellings)
    removed.push_back(spelling.text + " -> " + id);
  vocabulary.concepts.erase(id);
  for (auto* entries : {&vocabulary.concepts, &vocabulary.additions})
    for (auto& [other, value] : *entries) remove_references(value, id, removed);
}

void remove_addition(Vocabulary& vocabulary, const std::string& id,
                     std::vector<std::string>& removed) {
  const Concept& addition = vocabulary.additions.at(id);
  for (const ConceptSpelling& spelling : addition.spellings)
    removed.push_back(spelling.text + " -> " + id);
  if (removed.empty()) removed.push_back("additions to " + id);
  vocabulary.additions.erase(id);
}

// Every writing of the spelling: they have one folded key, so one alone would change nothing.
void remove_spelling(Vocabulary& vocabulary, const std::string& fold_key,
                     std::vector<std::string>& removed) {
  for (auto* entries : {&vocabulary.concepts, &vocabulary.additions})
    for (auto& [id, value] : *entries)
      std::erase_if(value.spellings, [&, &from = id](const ConceptSpelling& spelling) {
        if (text::fold_key(spelling.text) != fold_key) return false;
        removed.push_back(spelling.text + " -> " + from);
        return true;
      });
}

}  // namespace

std::vector<std::string> remove_from(Vocabulary& vocabulary, std::string_view text) {
  std::vector<std::string> removed;
  const std::string key = text::fold_key(text);
  remove_spelling(vocabulary, key, removed);
  if (removed.empty()) {
    const auto is_named = [&](const auto& entry) {
      const auto& labels = entry.second.labels;
      return text::fold_key(entry.first) == key ||
             std::any_of(labels.begin(), labels.end(),
                         [&](const auto& label) { return text::fold_key(label.second) == key; });
    };
    const auto named = [&](const std::map<std::string, Concept>& entries) {
      const auto found = std::find_if(entries.begin(), entries.end(), is_named);
      return found == entries.end() ? std::string() : found->first;
    };
    if (const std::string id = named(vocabulary.concepts); !id.empty())
      remove_concept(vocabulary, id, removed);
    else if (const std::string to = named(vocabulary.additions); !to.empty())
      remove_addition(vocabulary, to, removed);
  }
  std::erase_if(vocabulary.additions, [](const auto& entry) { return has_nothing(entry.second); });
  return removed;
}

}  // namespace ficsearch::tags
