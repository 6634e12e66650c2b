// SPDX-License-Identifier: GPL-3.0-or-later
// Six kinds of metadata keys, written together:
//   tag/NNNNNN       ->  an entry: its id, facet, written form, folded key and sounds
//   hash/HHHHHHHHHHH ->  the id of the entry whose facet and written form have this hash
//   fold/KEY, join/KEY  ->  ids of the entries that fold to KEY; that a spelling with this joining
//                           key may join
//   word/TERM GGG    ->  ids, of one group, of the entries with TERM in their written form
//   mean/NNNNNN      ->  what an entry means, where that is not what its folded key says
//   means/KEY        ->  ids of the entries that mean KEY so
// and tags -> the number of entries, which is also the next id. A KEY that is too long is shortened
// and hashed (terms::bounded_key); entries carry their whole folded key, so a clash of hashes is
// seen and left out.
#include "store/registry.h"

#include <xapian.h>

#include <utility>

#include "store/fixed_digits.h"
#include "store/metadata.h"
#include "store/registry_codec.h"
#include "store/registry_image.h"

namespace ficsearch::store {

using namespace registry;

std::string terms::of_tag(const TagEntry& entry) {
  return of_tag(tag_hash(entry.facet, entry.written));
}

std::string terms::of_tag_exception(TagException exception, const TagEntry& entry) {
  return of_tag_exception(exception, tag_hash(entry.facet, entry.written));
}

std::string meaning_key(std::string_view concept_id) {
  return "c" + std::string(concept_id);
}

std::string meaning_key(Facet facet, std::string_view fold_key) {
  return std::string("s") + static_cast<char>('A' + static_cast<int>(facet)) +
         std::string(fold_key);
}

KeyedMeaning meaning_of_key(std::string_view key) {
  if (key.size() < 2) fail_damaged();
  if (key.front() == 'c') return {std::string(key.substr(1)), Facet::freeform, {}};
  return {{}, static_cast<Facet>(key[1] - 'A'), std::string(key.substr(2))};
}

TagRegistry::TagRegistry(const Xapian::Database& database) : database_(database) {}

std::uint32_t TagRegistry::size() const {
  return count_in(database_);
}

std::vector<TagEntry> TagRegistry::with_fold(std::string_view fold) const {
  if (image_) return image_->with_fold(fold);
  std::string key(fold);
  if (const auto known = by_fold_.find(key); known != by_fold_.end()) return known->second;
  std::vector<TagEntry> entries;
  for (const TagId id : unpacked_ids(database_.get_metadata(key_of_fold(fold))))
    if (const TagEntry& found = entry(id); found.fold == fold) entries.push_back(found);
  return by_fold_.emplace(std::move(key), std::move(entries)).first->second;
}

std::vector<TagRef> TagRegistry::refs_with_fold(std::string_view fold) const {
  std::vector<TagRef> refs;
  if (image_)
    image_->for_each_with_fold(fold, [&](TagId id) { refs.push_back({id, image_->facet(id)}); });
  else
    for (const TagEntry& entry : with_fold(fold)) refs.push_back({entry.id, entry.facet});
  return refs;
}

std::vector<TagEntry> TagRegistry::with_join_key(std::string_view key) const {
  std::vector<TagEntry> entries;
  for (const TagId id : unpacked_ids(database_.get_metadata(key_of_join(key))))
    entries.push_back(entry(id));
  return entries;
}

std::vector<TagId> TagRegistry::with_word(std::string_view term) const {
  std::vector<TagId> ids;
  const std::string prefix = prefix_of_word(term);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key) {
    const std::vector<TagId> group = unpacked_ids(database_.get_metadata(*key));
    ids.insert(ids.end(), group.begin(), group.end());
  }
  return ids;
}

std::string TagRegistry::joins_version() const {
  return database_.get_metadata(metadata::kJoinsVersion);
}

void TagRegistry::use_image(std::shared_ptr<const RegistryImage> image) noexcept {
  image_ = std::move(image);
}

void TagRegistry::use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept {
  joins_ = std::move(joins);
}

std::shared_ptr<const TagJoinTable> TagRegistry::all_joins() const {
  if (joins_) return joins_;
  TagJoinTable table;
  const std::string prefix(metadata::kMeaningPrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key) {
    const auto join = unpacked_join(database_.get_metadata(*key));
    if (!join) continue;
    const auto id = static_cast<TagId>(number_of_digits((*key).substr(prefix.size())));
    for (const std::string& meaning : join->meanings) table.by_meaning[meaning].push_back(id);
    table.by_tag.emplace(static_cast<std::uint32_t>(id), *join);
  }
  return std::make_shared<const TagJoinTable>(std::move(table));
}

std::optional<TagJoin> TagRegistry::join_of(TagId id) const {
  if (!joins_) return unpacked_join(database_.get_metadata(key_of_meaning(id)));
  const auto found = joins_->by_tag.find(static_cast<std::uint32_t>(id));
  return found != joins_->by_tag.end() ? std::optional(found->second) : std::nullopt;
}

std::vector<TagId> TagRegistry::joined_to(std::string_view meaning_key) const {
  if (!joins_) return unpacked_ids(database_.get_metadata(key_of_means(meaning_key)));
  if (joins_->by_meaning.empty()) return {};
  const auto found = joins_->by_meaning.find(std::string(meaning_key));
  return found != joins_->by_meaning.end() ? found->second : std::vector<TagId>();
}

TagEntry TagRegistry::entry(TagId id) const {
  if (image_) return image_->entry(id);
  const auto number = static_cast<std::uint32_t>(id);
  if (const auto known = by_id_.find(number); known != by_id_.end()) return known->second;
  TagEntry entry = unpacked_entry(database_.get_metadata(key_of_id(id)));
  if (entry.id != id) fail_damaged();
  return by_id_.emplace(number, std::move(entry)).first->second;
}

std::vector<TagEntry> TagRegistry::with_fold_prefix(std::string_view prefix) const {
  std::vector<TagEntry> found;
  // Keys that were shortened still begin with their key's first bytes; the comparison below settles
  // the rest.
  const std::string begin = std::string(metadata::kFoldPrefix).append(prefix.substr(0, 100));
  for (auto key = database_.metadata_keys_begin(begin); key != database_.metadata_keys_end(begin);
       ++key)
    for (const TagId id : unpacked_ids(database_.get_metadata(*key)))
      if (const TagEntry& one = entry(id); one.fold.starts_with(prefix)) found.push_back(one);
  return found;
}

void TagRegistry::for_each(const std::function<void(const TagEntry&)>& visit) const {
  const std::string prefix(metadata::kTagPrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix);
       ++key)
    visit(unpacked_entry(database_.get_metadata(*key)));
}

}  // namespace ficsearch::store
