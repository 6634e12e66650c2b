// SPDX-License-Identifier: GPL-3.0-or-later
// A spelling's meaning depends on the spellings that it can be joined with, on what those can be
// joined with, and so on: all of them share joining keys link by link. So a new spelling changes
// the meaning of nothing outside the group that can be reached from it by shared keys, and each
// such group is small.
#include "index/joins.h"

#include <algorithm>

#include "index/tag_words.h"
#include "tags/resolution.h"
#include "tags/same_word.h"

namespace ficsearch::index {
namespace {

std::vector<tags::KnownSpelling> spellings_of(const std::vector<store::TagEntry>& entries,
                                              std::optional<Facet> facet) {
  std::vector<tags::KnownSpelling> spellings;
  for (const store::TagEntry& entry : entries)
    if (!facet || entry.facet == *facet) spellings.push_back({entry.facet, entry.written});
  return spellings;
}

std::string key_of(const tags::Meaning& meaning, const tags::Dictionary& dictionary, Facet facet) {
  if (const auto* ref = std::get_if<tags::ConceptRef>(&meaning))
    return store::meaning_key(dictionary[*ref].id);
  const auto& spelling = std::get<tags::ArchiveSpelling>(meaning);
  return store::meaning_key(spelling.facet.value_or(facet), spelling.folded);
}

}  // namespace

std::vector<tags::KnownSpelling> RegistrySpellings::with_fold(std::optional<Facet> facet,
                                                              std::string_view fold_key) const {
  return spellings_of(registry_.with_fold(fold_key), facet);
}

std::vector<tags::KnownSpelling> RegistrySpellings::with_join_key(std::optional<Facet> facet,
                                                                  std::string_view join_key) const {
  return spellings_of(registry_.with_join_key(join_key), facet);
}

store::SpellingDetails details_of(Facet facet, std::string_view written,
                                  tags::SpellingReader& reader, text::Tokenizer& tokenizer) {
  tags::SpellingKeys keys = reader.read_once(written);
  store::SpellingDetails details{{}, tags::join_keys(keys), {}};
  details.sounds = std::move(keys.sounds);
  if (has_words(facet)) details.words = word_terms(written, tokenizer);
  return details;
}

std::set<store::TagId> reachable(const std::vector<store::TagId>& from,
                                 const store::TagRegistry& registry, tags::SpellingReader& reader) {
  std::set<store::TagId> found(from.begin(), from.end());
  std::vector<store::TagId> open(from);
  std::set<std::string> seen_keys;
  while (!open.empty()) {
    const store::TagEntry entry = registry.entry(open.back());
    open.pop_back();
    const auto visit = [&](const store::TagEntry& other) {
      if (found.insert(other.id).second) open.push_back(other.id);
    };
    for (const store::TagEntry& other : registry.with_fold(entry.fold)) visit(other);
    for (const std::string& key : tags::join_keys(*reader.keys_of(entry.written)))
      if (seen_keys.insert(key).second)
        for (const store::TagEntry& other : registry.with_join_key(key)) visit(other);
  }
  return found;
}

std::optional<store::TagJoin> join_of(const store::TagEntry& entry,
                                      const tags::Dictionary& dictionary,
                                      const tags::Joiner& joiner) {
  const auto by_fold = tags::concept_of(dictionary, entry.facet, entry.fold);
  const std::string usual = by_fold ? store::meaning_key(dictionary[*by_fold].id)
                                    : store::meaning_key(entry.facet, entry.fold);
  const tags::Joined joined = joiner.meaning_of(entry.facet, entry.written);
  store::TagJoin join;
  if (const auto* one = std::get_if<tags::JoinedMeaning>(&joined)) {
    join.meanings = {key_of(one->meaning, dictionary, entry.facet)};
  } else if (const auto* many = std::get_if<tags::JoinedCandidates>(&joined)) {
    join.sure = false;
    std::set<std::string> keys;
    for (const tags::Meaning& meaning : many->candidates)
      keys.insert(key_of(meaning, dictionary, entry.facet));
    join.meanings.assign(keys.begin(), keys.end());
    // Forms that differ in marks alone are one spelling of the archive until somebody tells them
    // apart.
    if (!by_fold && keys.size() == 1 && *keys.begin() == usual) return std::nullopt;
  }
  if (join.meanings.empty() || (join.sure && join.meanings.front() == usual)) return std::nullopt;
  return join;
}

void update_joins(const std::vector<store::TagId>& added, const store::TagRegistry& registry,
                  store::TagRegistryWriter& writer, const tags::DictionarySpellings& dictionary,
                  tags::SpellingReader& reader) {
  const RegistrySpellings spellings(registry);
  const tags::Joiner joiner(dictionary, spellings, reader);
  for (const store::TagId id : reachable(added, registry, reader))
    writer.set_join(id, join_of(registry.entry(id), dictionary.dictionary(), joiner));
}

std::vector<std::pair<store::TagId, store::TagJoin>> joins_of(
    std::uint32_t first, std::uint32_t end, const JoinCandidates& candidates,
    const store::TagRegistry& registry, const tags::DictionarySpellings& dictionary,
    tags::SpellingReader& reader) {
  const RegistrySpellings spellings(registry);
  const tags::Joiner joiner(dictionary, spellings, reader);
  std::vector<std::pair<store::TagId, store::TagJoin>> joins;
  for (std::uint32_t number = first; number < end; ++number) {
    const store::TagEntry entry = registry.entry(store::TagId{number});
    if (!candidates.has(entry)) continue;
    if (auto join = join_of(entry, dictionary.dictionary(), joiner))
      joins.emplace_back(entry.id, std::move(*join));
  }
  return joins;
}

void rebuild_joins(const store::TagRegistry& registry, store::TagRegistryWriter& writer,
                   const tags::DictionarySpellings& dictionary, tags::SpellingReader& reader) {
  const RegistrySpellings spellings(registry);
  const tags::Joiner joiner(dictionary, spellings, reader);
  const JoinCandidates candidates(registry, dictionary);
  for (std::uint32_t id = 0; id < registry.size(); ++id) {
    const store::TagEntry& entry = registry.entry(static_cast<store::TagId>(id));
    writer.set_join(entry.id, candidates.has(entry)
                                  ? join_of(entry, dictionary.dictionary(), joiner)
                                  : std::nullopt);
  }
  writer.set_joins_version(dictionary.dictionary().version());
}

store::TagJoinTable joins_in_memory(const store::TagRegistry& registry,
                                    const tags::DictionarySpellings& dictionary,
                                    tags::SpellingReader& reader) {
  const RegistrySpellings spellings(registry);
  const tags::Joiner joiner(dictionary, spellings, reader);
  const JoinCandidates candidates(registry, dictionary);
  store::TagJoinTable table;
  registry.for_each([&](const store::TagEntry& entry) {
    if (!candidates.has(entry)) return;
    auto join = join_of(entry, dictionary.dictionary(), joiner);
    if (!join) return;
    for (const std::string& meaning : join->meanings) table.by_meaning[meaning].push_back(entry.id);
    table.by_tag.emplace(static_cast<std::uint32_t>(entry.id), std::move(*join));
  });
  return table;
}

}  // namespace ficsearch::index
