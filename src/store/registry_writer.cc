// SPDX-License-Identifier: GPL-3.0-or-later
// A batch brings thousands of forms, and a popular word or joining key gets many of them. What
// is to be written waits in memory until flush(), in the order of the keys.
#include "store/registry_writer.h"

#include <xapian.h>

#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "store/metadata.h"
#include "store/metadata_sum.h"
#include "store/registry_codec.h"

namespace ficsearch::store {
namespace {

using namespace registry;

[[noreturn]] void fail_clash(std::string_view a, std::string_view b) {
  throw Error(ErrorCode::hash_clash,
              "the tags \"" + std::string(a) + "\" and \"" + std::string(b) +
                  "\" have the same hash, so the index cannot tell their works apart",
              {}, "write one of them differently, by a space or a capital letter");
}

}  // namespace

TagRegistryWriter::TagRegistryWriter(Xapian::WritableDatabase& database, Hash hash)
    : database_(database),
      hash_(hash),
      next_(count_in(database)),
      has_all_(next_ == 0),
      lists_are_new_(has_all_) {}

void TagRegistryWriter::know_all() {
  if (has_all_ || next_ >= kMaxKnown) return;
  TagRegistry(database_).for_each([&](const TagEntry& entry) {
    known_.emplace(static_cast<std::uint64_t>(hash_(entry.facet, entry.written)),
                   Known{entry.id, entry.facet, entry.written});
  });
  has_all_ = true;
}

TagId TagRegistryWriter::id_of(Facet facet, std::string_view written, std::string_view fold,
                               const std::function<SpellingDetails()>& details) {
  const TagHash hash = hash_(facet, written);
  if (const auto known = find(hash, facet, written)) return *known;
  const SpellingDetails found = details();
  const TagId id{next_++};
  add(hash, {id, facet, std::string(written), std::string(fold)}, found);
  return id;
}

std::optional<TagId> TagRegistryWriter::find(TagHash hash, Facet facet, std::string_view written) {
  const auto key = static_cast<std::uint64_t>(hash);
  auto known = known_.find(key);
  if (known == known_.end()) {
    if (has_all_) return std::nullopt;
    const std::vector<TagId> ids = unpacked_ids(database_.get_metadata(key_of_hash(hash)));
    if (ids.empty()) return std::nullopt;
    const std::string stored = database_.get_metadata(key_of_id(ids.front()));
    std::string_view packed = stored;
    const TagEntry entry = taken_entry(packed);
    known = known_.emplace(key, Known{entry.id, entry.facet, entry.written}).first;
  }
  const Known& form = known->second;
  if (form.facet != facet || form.written != written) fail_clash(form.written, written);
  return form.id;
}

void TagRegistryWriter::add(TagHash hash, TagEntry entry, const SpellingDetails& details) {
  const TagId id = entry.id;
  changes_.fresh.emplace_back(key_of_id(id), packed(entry, details.sounds));
  changes_.fresh.emplace_back(key_of_hash(hash), packed_ids({id}));
  append(key_of_fold(entry.fold), id);
  for (const std::string& key : details.join_keys) append(key_of_join(key), id);
  for (const std::string& term : details.words) append(key_of_word(term, id), id);
  changes_.entries = next_;
  new_ids_.push_back(id);
  known_.emplace(static_cast<std::uint64_t>(hash),
                 Known{id, entry.facet, std::move(entry.written)});
}

void TagRegistryWriter::append(std::string key, TagId id) {
  changes_.appended.emplace_back(std::move(key), id);
}

std::vector<TagId> TagRegistryWriter::take_new_ids() {
  return std::exchange(new_ids_, {});
}

void TagRegistryWriter::set_join(TagId id, const std::optional<TagJoin>& join) {
  const std::string key = key_of_meaning(id);
  const std::optional<TagJoin> before = unpacked_join(value_of(key));
  if (before == join) return;
  const auto edit_ids = [&](const std::string& meaning, auto edit) {
    const std::string list = key_of_means(meaning);
    std::vector<TagId> ids = unpacked_ids(value_of(list));
    edit(ids);
    changes_.values[list] = packed_ids(ids);
  };
  if (before)
    for (const std::string& meaning : before->meanings)
      edit_ids(meaning, [&](std::vector<TagId>& ids) { std::erase(ids, id); });
  if (join)
    for (const std::string& meaning : join->meanings)
      edit_ids(meaning, [&](std::vector<TagId>& ids) { ids.push_back(id); });
  changes_.values[key] = join ? packed_join(*join) : std::string();
}

void TagRegistryWriter::set_joins_version(const std::string& dictionary_version) {
  changes_.values[metadata::kJoinsVersion] = dictionary_version;
}

void TagRegistryWriter::replace_joins(const std::vector<std::pair<TagId, TagJoin>>& joins,
                                      const std::string& dictionary_version) {
  const bool none_before = value_of(metadata::kJoinsVersion).empty();
  if (!none_before)
    for (std::uint32_t id = 0; id < next_; ++id) set_join(TagId{id}, std::nullopt);
  for (const auto& [id, join] : joins) set_join(id, join);
  set_joins_version(dictionary_version);
}

void TagRegistryWriter::flush() {
  if (!lists_are_new_) {
    for (auto& [list, ids] : changes_.appended_lists()) {
      const std::string key(list);
      changes_.values[key] = value_of(key) + ids;
    }
    changes_.appended.clear();
  }
  const RegistryChanges changes = take_changes();
  changes.write_lists_to(database_);
  changes.write_totals_to(database_);
  if (known_.size() <= kMaxKnown) return;
  known_.clear();
  has_all_ = false;
}

RegistryChanges TagRegistryWriter::take_changes() {
  lists_are_new_ = false;
  for (const auto& [key, value] : changes_.fresh) count_in_sums(key, value);
  for (const auto& [key, value] : changes_.values) count_in_sums(key, value);
  return std::exchange(changes_, {});
}

// An entry is written once; what it means can change.
void TagRegistryWriter::count_in_sums(const std::string& key, std::string_view value) {
  if (key.starts_with(metadata::kTagPrefix)) changes_.tag_sum += summand(key, value);
  if (key.starts_with(metadata::kMeaningPrefix))
    changes_.meaning_sum += summand(key, value) - summand(key, database_.get_metadata(key));
}

// As it will be after the next flush, but for lists that get longer.
std::string TagRegistryWriter::value_of(const std::string& key) const {
  const auto waiting = changes_.values.find(key);
  return waiting != changes_.values.end() ? waiting->second : database_.get_metadata(key);
}

}  // namespace ficsearch::store
