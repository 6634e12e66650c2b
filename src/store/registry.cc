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

#include <algorithm>
#include <set>
#include <utility>

#include "ficsearch/error.h"
#include "store/fixed_digits.h"
#include "store/metadata.h"
#include "store/metadata_sum.h"
#include "store/registry_codec.h"
#include "store/registry_image.h"

namespace ficsearch::store {

using namespace registry;

namespace {

void sort_unique(std::vector<TagId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

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

TagRegistry::TagRegistry(const Xapian::Database& database) : shards_{&database} {}

TagRegistry::TagRegistry(const std::vector<Xapian::Database>& shards) : is_of_shards_(true) {
  for (const Xapian::Database& shard : shards) shards_.push_back(&shard);
}

// Calls visit(shard, key) with each key of metadata that begins so.
template <typename Visit>
void TagRegistry::visit_keys(const std::string& prefix, Visit visit) const {
  for (std::size_t shard = 0; shard < shards_.size(); ++shard)
    for (auto key = shards_[shard]->metadata_keys_begin(prefix);
         key != shards_[shard]->metadata_keys_end(prefix); ++key)
      visit(shard, *key);
}

std::uint32_t TagRegistry::size() const {
  if (shards_.size() == 1) return count_in(*shards_.front());
  std::set<std::string> forms;
  visit_keys(metadata::kHashPrefix,
             [&](std::size_t, const std::string& key) { forms.insert(key); });
  return static_cast<std::uint32_t>(forms.size());
}

std::vector<TagEntry> TagRegistry::with_fold(std::string_view fold) const {
  if (image_) return image_->with_fold(fold);
  std::string key(fold);
  if (const auto known = by_fold_.find(key); known != by_fold_.end()) return known->second;
  std::vector<TagEntry> entries;
  for (const TagId id : ids_at(key_of_fold(fold)))
    if (const TagEntry& found = read(id).entry; found.fold == fold) entries.push_back(found);
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
  for (const TagId id : ids_at(key_of_join(key))) entries.push_back(entry(id));
  return entries;
}

std::vector<TagId> TagRegistry::with_word(std::string_view term) const {
  std::vector<TagId> ids;
  visit_keys(prefix_of_word(term), [&](std::size_t shard, const std::string& group) {
    const std::vector<TagId> more = with_numbers(shard, shards_[shard]->get_metadata(group));
    ids.insert(ids.end(), more.begin(), more.end());
  });
  if (shards_.size() > 1) sort_unique(ids);
  return ids;
}

std::string TagRegistry::joins_version() const {
  std::string version;
  for (const Xapian::Database* shard : shards_) {
    if (shards_.size() > 1 && count_in(*shard) == 0) continue;
    std::string one = shard->get_metadata(metadata::kJoinsVersion);
    if (!version.empty() && version != one) return {};
    version = std::move(one);
  }
  return version;
}

void TagRegistry::use_image(std::shared_ptr<const RegistryImage> image) noexcept {
  image_ = std::move(image);
}

void TagRegistry::use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept {
  joins_ = std::move(joins);
  make_joins_ = nullptr;
}

void TagRegistry::use_joins(MakeJoins make) noexcept {
  joins_ = nullptr;
  make_joins_ = std::move(make);
}

// While they are made, whoever makes them sees the stored ones.
const TagJoinTable* TagRegistry::joins() const {
  if (make_joins_) {
    MakeJoins make = std::exchange(make_joins_, nullptr);
    try {
      joins_ = make();
    } catch (...) {  // the next one tries again
      make_joins_ = std::move(make);
      throw;
    }
  }
  return joins_.get();
}

void TagRegistry::use_join_finder(std::shared_ptr<const JoinFinder> joins) noexcept {
  join_finder_ = std::move(joins);
}

std::shared_ptr<const TagJoinTable> TagRegistry::all_joins() const {
  if (joins() != nullptr) return joins_;
  TagJoinTable table;
  const std::string prefix(metadata::kMeaningPrefix);
  std::vector<std::uint64_t> sums(shards_.size());
  visit_keys(prefix, [&](std::size_t shard, const std::string& key) {
    const std::string value = shards_[shard]->get_metadata(key);
    sums[shard] += summand(key, value);
    const auto join = unpacked_join(value);
    if (!join) return;
    const auto id = static_cast<TagId>(number_of_digits(key.substr(prefix.size())));
    for (const std::string& meaning : join->meanings) table.by_meaning[meaning].push_back(id);
    table.by_tag.emplace(static_cast<std::uint32_t>(id), *join);
  });
  check_sums(SumOf::meanings, sums);
  return std::make_shared<const TagJoinTable>(std::move(table));
}

std::optional<TagJoin> TagRegistry::join_of(TagId id) const {
  if (join_finder_) return join_finder_->join_of(id);
  const TagJoinTable* table = joins();
  if (table == nullptr) return unpacked_join(shards_.front()->get_metadata(key_of_meaning(id)));
  const auto found = table->by_tag.find(static_cast<std::uint32_t>(id));
  return found != table->by_tag.end() ? std::optional(found->second) : std::nullopt;
}

std::vector<TagId> TagRegistry::joined_to(std::string_view meaning_key) const {
  if (join_finder_) return join_finder_->joined_to(meaning_key);
  const TagJoinTable* table = joins();
  if (table == nullptr) return stored_joined_to(meaning_key);
  if (table->by_meaning.empty()) return {};
  const auto found = table->by_meaning.find(std::string(meaning_key));
  return found != table->by_meaning.end() ? found->second : std::vector<TagId>();
}

std::vector<TagId> TagRegistry::stored_joined_to(std::string_view meaning_key) const {
  return ids_at(key_of_means(meaning_key));
}

TagEntry TagRegistry::entry(TagId id) const {
  return image_ ? image_->entry(id) : read(id).entry;
}

TagHash TagRegistry::hash_of(TagId id) const {
  if (image_) return terms::tag_hash(image_->facet(id), image_->written(id));
  const TagEntry& entry = read(id).entry;
  return terms::tag_hash(entry.facet, entry.written);
}

std::vector<TagEntry> TagRegistry::with_fold_prefix(std::string_view prefix) const {
  std::vector<TagEntry> found;
  std::set<TagId> seen;
  // Keys that were shortened still begin with their key's first bytes; the comparison below settles
  // the rest.
  const std::string begin = std::string(metadata::kFoldPrefix).append(prefix.substr(0, 100));
  visit_keys(begin, [&](std::size_t shard, const std::string& key) {
    for (const TagId id : with_numbers(shard, shards_[shard]->get_metadata(key)))
      if (TagEntry one = entry(id); one.fold.starts_with(prefix) && seen.insert(id).second)
        found.push_back(std::move(one));
  });
  if (shards_.size() > 1)
    std::stable_sort(found.begin(), found.end(),
                     [](const TagEntry& a, const TagEntry& b) { return a.fold < b.fold; });
  return found;
}

// Calls visit(entry, its packed sounds) with each.
template <typename Visit>
void TagRegistry::visit_entries(Visit visit) const {
  std::vector<std::uint64_t> sums(shards_.size());
  visit_keys(metadata::kTagPrefix, [&](std::size_t shard, const std::string& key) {
    const std::string value = shards_[shard]->get_metadata(key);
    sums[shard] += summand(key, value);
    std::string_view packed = value;
    TagEntry entry = taken_entry(packed);
    const TagId id = number_of(shard, entry.id);
    if (least_number(entry, id) != id) return;
    entry.id = id;
    visit(entry, packed);
  });
  check_sums(SumOf::tags, sums);
}

void TagRegistry::for_each(const std::function<void(const TagEntry&)>& visit) const {
  visit_entries([&](const TagEntry& entry, std::string_view) { visit(entry); });
}

void TagRegistry::for_each_sounds(
    const std::function<void(TagId, const std::vector<std::string>&)>& visit) const {
  visit_entries([&](const TagEntry& entry, std::string_view packed) {
    if (const std::vector<std::string> sounds = unpacked_sounds(packed); !sounds.empty())
      visit(entry.id, sounds);
  });
}

std::vector<std::string> TagRegistry::sounds_of(TagId id) const {
  return unpacked_sounds(read(id).sounds);
}

// `sums`: of each shard.
void TagRegistry::check_sums(SumOf group, const std::vector<std::uint64_t>& sums) const {
  for (std::size_t shard = 0; shard < shards_.size(); ++shard)
    check_sum(*shards_[shard], group, sums[shard]);
}

void TagRegistry::for_each_join_key(
    const std::function<void(std::string_view, const std::vector<TagId>&)>& visit) const {
  const std::string_view prefix(metadata::kJoinPrefix);
  visit_keys(std::string(prefix), [&](std::size_t, const std::string& key) {
    visit(std::string_view(key).substr(prefix.size()), ids_at(key));
  });
}

TagId TagRegistry::number_of(std::size_t shard, TagId own) const noexcept {
  return static_cast<TagId>(static_cast<std::uint32_t>(own) * shards_.size() + shard);
}

// The entry with this number, as its shard has it but under the least number of its form.
const TagRegistry::Read& TagRegistry::read(TagId id) const {
  const auto number = static_cast<std::uint32_t>(id);
  if (const auto known = by_id_.find(number); known != by_id_.end()) return known->second;
  const std::size_t shard = number % shards_.size();
  const auto own = static_cast<TagId>(number / shards_.size());
  const std::string stored = shards_[shard]->get_metadata(key_of_id(own));
  std::string_view packed = stored;
  TagEntry entry = taken_entry(packed);
  if (entry.id != own) fail_damaged();
  entry.id = least_number(entry, id);
  return by_id_.emplace(number, Read{std::move(entry), std::string(packed)}).first->second;
}

// Two forms of one hash would have one term: as within an index, they are refused.
TagId TagRegistry::least_number(const TagEntry& entry, TagId id) const {
  const std::size_t own_shard = static_cast<std::uint32_t>(id) % shards_.size();
  TagId least = id;
  for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
    if (shard == own_shard) continue;
    const std::string packed =
        shards_[shard]->get_metadata(key_of_hash(terms::tag_hash(entry.facet, entry.written)));
    for (const TagId own : unpacked_ids(packed)) least = std::min(least, number_of(shard, own));
  }
  if (least == id) return id;
  const TagEntry& same = read(least).entry;
  if (same.facet != entry.facet || same.written != entry.written)
    throw Error(ErrorCode::hash_clash, "the tags \"" + entry.written + "\" and \"" + same.written +
                                           "\" of two shards have one hash");
  return least;
}

// The ids that a shard has stored, as those of the whole.
std::vector<TagId> TagRegistry::with_numbers(std::size_t shard, const std::string& packed) const {
  std::vector<TagId> ids = unpacked_ids(packed);
  if (shards_.size() > 1)
    for (TagId& id : ids) id = read(number_of(shard, id)).entry.id;
  return ids;
}

std::vector<TagId> TagRegistry::ids_at(const std::string& key) const {
  std::vector<TagId> ids;
  for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
    const std::vector<TagId> more = with_numbers(shard, shards_[shard]->get_metadata(key));
    ids.insert(ids.end(), more.begin(), more.end());
  }
  if (shards_.size() > 1) sort_unique(ids);
  return ids;
}

}  // namespace ficsearch::store
