// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/registry.h"

namespace Xapian {
class Database;
}

namespace ficsearch::store::registry {

// How the tag registry stands in the metadata of an index (docs/format.md). Every KEY that is too
// long is shortened and hashed (terms::bounded_key).

std::string key_of_id(TagId id);
std::string key_of_hash(TagHash hash);
std::string key_of_fold(std::string_view fold);
std::string key_of_join(std::string_view key);
std::string key_of_meaning(TagId id);
std::string key_of_means(std::string_view meaning_key);

// The ids of a word are in groups of neighbouring ids, a key each, so that a word of very many
// entries costs a new one no more than any other. All keys of a term begin with prefix_of_word.
std::string prefix_of_word(std::string_view term);
std::string key_of_word(std::string_view term, TagId id);

// `sounds`: of the entry, likeliest first.
std::string packed(const TagEntry& entry, const std::vector<std::string>& sounds);
// Takes an entry off the front of `bytes`, and leaves its sounds.
TagEntry taken_entry(std::string_view& bytes);
std::vector<std::string> unpacked_sounds(std::string_view bytes);

std::string packed_ids(const std::vector<TagId>& ids);
void append_id(std::string& bytes, TagId id);
std::vector<TagId> unpacked_ids(std::string_view bytes);

std::string packed_join(const TagJoin& join);
std::optional<TagJoin> unpacked_join(std::string_view bytes);

// Number of entries.
std::uint32_t count_in(const Xapian::Database& database);

// All that read throw Error(`index_corrupt`) for what nothing here wrote.
[[noreturn]] void fail_damaged();

}  // namespace ficsearch::store::registry
