// SPDX-License-Identifier: GPL-3.0-or-later
// Three kinds of metadata keys, written together:
//   tag/NNNNNN   ->  an entry: its id, facet, written form, folded key and sounds
//   fold/KEY     ->  the same, for every entry that folds to KEY, one behind the other
//   join/KEY     ->  ids of the entries that a spelling with this joining key may join
// and tags -> the number of entries, which is also the next id. A KEY that is too long is shortened
// and hashed (terms::bounded_key); entries carry their whole folded key, so a clash of hashes is
// seen and left out.
#include "store/registry.h"

#include <xapian.h>

#include "ficsearch/error.h"
#include "store/metadata.h"
#include "store/varint.h"

namespace ficsearch::store {
namespace {

std::string key_of_id(TagId id) {
  return std::string(metadata::kTagPrefix) + terms::of_tag(id).substr(1);
}

std::string key_of_fold(std::string_view fold) {
  return std::string(metadata::kFoldPrefix) + terms::bounded_key(fold);
}

std::string key_of_join(std::string_view key) {
  return std::string(metadata::kJoinPrefix) + terms::bounded_key(key);
}

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

std::string packed(const TagEntry& entry) {
  std::string bytes;
  append_varint(bytes, static_cast<std::uint32_t>(entry.id));
  bytes += static_cast<char>(entry.facet);
  append_text(bytes, entry.written);
  append_text(bytes, entry.fold);
  append_varint(bytes, entry.sounds.size());
  for (const std::string& sound : entry.sounds) append_text(bytes, sound);
  return bytes;
}

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_corrupt, "the tag registry of the index is damaged", {},
              "restore a backup, or import the works into a new index");
}

std::string taken_text(std::string_view& bytes) {
  std::uint64_t length = 0;
  if (!take_varint(bytes, length) || length > bytes.size()) damaged();
  std::string text(bytes.substr(0, length));
  bytes.remove_prefix(length);
  return text;
}

TagEntry taken_entry(std::string_view& bytes) {
  TagEntry entry;
  std::uint64_t id = 0;
  if (!take_varint(bytes, id) || id > UINT32_MAX || bytes.empty()) damaged();
  entry.id = static_cast<TagId>(id);
  entry.facet = static_cast<Facet>(bytes.front());
  bytes.remove_prefix(1);
  entry.written = taken_text(bytes);
  entry.fold = taken_text(bytes);
  std::uint64_t sounds = 0;
  if (!take_varint(bytes, sounds) || sounds > bytes.size()) damaged();
  for (; sounds > 0; --sounds) entry.sounds.push_back(taken_text(bytes));
  return entry;
}

std::vector<TagEntry> unpacked(std::string_view bytes) {
  std::vector<TagEntry> entries;
  while (!bytes.empty()) entries.push_back(taken_entry(bytes));
  return entries;
}

std::uint32_t count_in(const Xapian::Database& database) {
  const std::string bytes = database.get_metadata(metadata::kTagCount);
  std::string_view rest = bytes;
  std::uint64_t count = 0;
  if (!bytes.empty() && (!take_varint(rest, count) || count > UINT32_MAX)) damaged();
  return static_cast<std::uint32_t>(count);
}

std::string known_key(Facet facet, std::string_view written) {
  return std::string(1, static_cast<char>(facet)).append(written);
}

}  // namespace

TagRegistry::TagRegistry(const Xapian::Database& database) : database_(database) {}

std::uint32_t TagRegistry::size() const {
  return count_in(database_);
}

const std::vector<TagEntry>& TagRegistry::with_fold(std::string_view fold) const {
  std::string key(fold);
  if (const auto known = by_fold_.find(key); known != by_fold_.end()) return known->second;
  std::vector<TagEntry> entries = unpacked(database_.get_metadata(key_of_fold(fold)));
  std::erase_if(entries, [&](const TagEntry& entry) { return entry.fold != fold; });
  return by_fold_.emplace(std::move(key), std::move(entries)).first->second;
}

std::vector<TagEntry> TagRegistry::with_join_key(std::string_view key) const {
  const std::string ids = database_.get_metadata(key_of_join(key));
  std::vector<TagEntry> entries;
  std::uint64_t id = 0;
  for (std::string_view rest = ids; !rest.empty();) {
    if (!take_varint(rest, id) || id > UINT32_MAX) damaged();
    entries.push_back(entry(static_cast<TagId>(id)));
  }
  return entries;
}

const TagEntry& TagRegistry::entry(TagId id) const {
  const auto number = static_cast<std::uint32_t>(id);
  if (const auto known = by_id_.find(number); known != by_id_.end()) return known->second;
  const std::string bytes = database_.get_metadata(key_of_id(id));
  std::string_view rest = bytes;
  TagEntry entry = taken_entry(rest);
  if (entry.id != id) damaged();
  return by_id_.emplace(number, std::move(entry)).first->second;
}

std::vector<TagEntry> TagRegistry::with_fold_prefix(std::string_view prefix) const {
  std::vector<TagEntry> found;
  // Keys that were shortened still begin with their key's first bytes; the comparison below settles
  // the rest.
  const std::string begin = std::string(metadata::kFoldPrefix).append(prefix.substr(0, 100));
  for (auto key = database_.metadata_keys_begin(begin); key != database_.metadata_keys_end(begin);
       ++key)
    for (TagEntry& entry : unpacked(database_.get_metadata(*key)))
      if (entry.fold.starts_with(prefix)) found.push_back(std::move(entry));
  return found;
}

void TagRegistry::for_each(const std::function<void(const TagEntry&)>& visit) const {
  const std::string prefix(metadata::kTagPrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key) {
    const std::string bytes = database_.get_metadata(*key);
    std::string_view rest = bytes;
    visit(taken_entry(rest));
  }
}

TagRegistryWriter::TagRegistryWriter(Xapian::WritableDatabase& database)
    : database_(database), next_(count_in(database)) {}

TagId TagRegistryWriter::id_of(Facet facet, std::string_view written, std::string_view fold,
                               const std::function<SpellingDetails()>& details) {
  std::string key = known_key(facet, written);
  if (const auto known = known_.find(key); known != known_.end()) return known->second;
  const std::string fold_key = key_of_fold(fold);
  std::string list = database_.get_metadata(fold_key);
  for (const TagEntry& entry : unpacked(list))
    if (entry.facet == facet && entry.written == written)
      return known_.emplace(std::move(key), entry.id).first->second;

  SpellingDetails found = details();
  const TagEntry entry{static_cast<TagId>(next_), facet, std::string(written), std::string(fold),
                       std::move(found.sounds)};
  const std::string bytes = packed(entry);
  database_.set_metadata(key_of_id(entry.id), bytes);
  database_.set_metadata(fold_key, list += bytes);
  for (const std::string& join_key : found.join_keys) {
    std::string ids = database_.get_metadata(key_of_join(join_key));
    append_varint(ids, static_cast<std::uint32_t>(entry.id));
    database_.set_metadata(key_of_join(join_key), ids);
  }
  std::string count;
  append_varint(count, ++next_);
  database_.set_metadata(metadata::kTagCount, count);
  return known_.emplace(std::move(key), entry.id).first->second;
}

}  // namespace ficsearch::store
