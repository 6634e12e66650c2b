// SPDX-License-Identifier: GPL-3.0-or-later
// Five kinds of metadata keys, written together:
//   tag/NNNNNN   ->  an entry: its id, facet, written form, folded key and sounds
//   fold/KEY     ->  the same, for every entry that folds to KEY, one behind the other
//   join/KEY     ->  ids of the entries that a spelling with this joining key may join
//   mean/NNNNNN  ->  what an entry means, where that is not what its folded key says: sure or not,
//   meaning keys means/KEY    ->  ids of the entries that mean KEY so
// and tags -> the number of entries, which is also the next id. A KEY that is too long is shortened
// and hashed (terms::bounded_key); entries carry their whole folded key, so a clash of hashes is
// seen and left out.
#include "store/registry.h"

#include <xapian.h>

#include <utility>

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

std::string key_of_meaning(TagId id) {
  return std::string(metadata::kMeaningPrefix) + terms::of_tag(id).substr(1);
}

std::string key_of_means(std::string_view meaning_key) {
  return std::string(metadata::kMeansPrefix) + terms::bounded_key(meaning_key);
}

std::vector<TagId> unpacked_ids(std::string_view bytes) {
  std::vector<TagId> ids;
  for (std::uint64_t id = 0; !bytes.empty();) {
    if (!take_varint(bytes, id) || id > UINT32_MAX) damaged();
    ids.push_back(static_cast<TagId>(id));
  }
  return ids;
}

std::string packed_ids(const std::vector<TagId>& ids) {
  std::string bytes;
  for (const TagId id : ids) append_varint(bytes, static_cast<std::uint32_t>(id));
  return bytes;
}

std::string packed_join(const TagJoin& join) {
  std::string bytes(1, join.sure ? 1 : 0);
  for (const std::string& meaning : join.meanings) append_text(bytes, meaning);
  return bytes;
}

std::optional<TagJoin> unpacked_join(std::string_view bytes) {
  if (bytes.empty()) return std::nullopt;
  TagJoin join{bytes.front() == 1, {}};
  for (bytes.remove_prefix(1); !bytes.empty();) join.meanings.push_back(taken_text(bytes));
  return join;
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

std::string meaning_key(std::string_view concept_id) {
  return "c" + std::string(concept_id);
}

std::string meaning_key(Facet facet, std::string_view fold_key) {
  return std::string("s") + static_cast<char>('A' + static_cast<int>(facet)) +
         std::string(fold_key);
}

KeyedMeaning meaning_of_key(std::string_view key) {
  if (key.size() < 2) damaged();
  if (key.front() == 'c') return {std::string(key.substr(1)), Facet::freeform, {}};
  return {{}, static_cast<Facet>(key[1] - 'A'), std::string(key.substr(2))};
}

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
  std::vector<TagEntry> entries;
  for (const TagId id : unpacked_ids(database_.get_metadata(key_of_join(key))))
    entries.push_back(entry(id));
  return entries;
}

std::string TagRegistry::joins_version() const {
  return database_.get_metadata(metadata::kJoinsVersion);
}

void TagRegistry::use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept {
  joins_ = std::move(joins);
}

std::optional<TagJoin> TagRegistry::join_of(TagId id) const {
  if (!joins_) return unpacked_join(database_.get_metadata(key_of_meaning(id)));
  const auto found = joins_->by_tag.find(static_cast<std::uint32_t>(id));
  return found != joins_->by_tag.end() ? std::optional(found->second) : std::nullopt;
}

std::vector<TagId> TagRegistry::joined_to(std::string_view meaning_key) const {
  if (!joins_) return unpacked_ids(database_.get_metadata(key_of_means(meaning_key)));
  const auto found = joins_->by_meaning.find(std::string(meaning_key));
  return found != joins_->by_meaning.end() ? found->second : std::vector<TagId>();
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
  new_ids_.push_back(entry.id);
  return known_.emplace(std::move(key), entry.id).first->second;
}

std::vector<TagId> TagRegistryWriter::take_new_ids() {
  return std::exchange(new_ids_, {});
}

void TagRegistryWriter::set_join(TagId id, const std::optional<TagJoin>& join) {
  const std::string key = key_of_meaning(id);
  const std::optional<TagJoin> before = unpacked_join(database_.get_metadata(key));
  if (before == join) return;
  const auto edit_ids = [&](const std::string& meaning, auto edit) {
    std::vector<TagId> ids = unpacked_ids(database_.get_metadata(key_of_means(meaning)));
    edit(ids);
    database_.set_metadata(key_of_means(meaning), packed_ids(ids));
  };
  if (before)
    for (const std::string& meaning : before->meanings)
      edit_ids(meaning, [&](std::vector<TagId>& ids) { std::erase(ids, id); });
  if (join)
    for (const std::string& meaning : join->meanings)
      edit_ids(meaning, [&](std::vector<TagId>& ids) { ids.push_back(id); });
  database_.set_metadata(key, join ? packed_join(*join) : std::string());
}

void TagRegistryWriter::set_joins_version(const std::string& dictionary_version) {
  database_.set_metadata(metadata::kJoinsVersion, dictionary_version);
}

}  // namespace ficsearch::store
