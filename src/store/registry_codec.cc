// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/registry_codec.h"

#include <xapian.h>

#include "ficsearch/error.h"
#include "store/fixed_digits.h"
#include "store/metadata.h"
#include "store/varint.h"

namespace ficsearch::store::registry {
namespace {

constexpr std::size_t kIdDigits = 6;
constexpr std::size_t kHashDigits = 11;
// Ids whose other bits are equal are in one group: 16,384 of them.
constexpr int kWordGroupBits = 14;
constexpr std::size_t kGroupDigits = 3;
static_assert(kWordGroupBits + 6 * kGroupDigits >= 32);

std::string prefixed(const char* prefix, std::string_view key) {
  return std::string(prefix).append(key);
}

std::string digits_of(TagId id) {
  return fixed_digits(static_cast<std::uint32_t>(id), kIdDigits);
}

void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

std::string taken_text(std::string_view& bytes) {
  std::uint64_t length = 0;
  if (!take_varint(bytes, length) || length > bytes.size()) fail_damaged();
  std::string text(bytes.substr(0, length));
  bytes.remove_prefix(length);
  return text;
}

}  // namespace

void fail_damaged() {
  throw Error(ErrorCode::index_corrupt, "the tag registry of the index is damaged", {},
              "restore a backup, or import the works into a new index");
}

std::string key_of_id(TagId id) {
  return prefixed(metadata::kTagPrefix, digits_of(id));
}

std::string key_of_hash(TagHash hash) {
  return prefixed(metadata::kHashPrefix,
                  fixed_digits(static_cast<std::uint64_t>(hash), kHashDigits));
}

std::string key_of_fold(std::string_view fold) {
  return prefixed(metadata::kFoldPrefix, terms::bounded_key(fold));
}

std::string key_of_join(std::string_view key) {
  return prefixed(metadata::kJoinPrefix, terms::bounded_key(key));
}

std::string key_of_meaning(TagId id) {
  return prefixed(metadata::kMeaningPrefix, digits_of(id));
}

std::string key_of_means(std::string_view meaning_key) {
  return prefixed(metadata::kMeansPrefix, terms::bounded_key(meaning_key));
}

// A term holds no space.
std::string prefix_of_word(std::string_view term) {
  return prefixed(metadata::kWordPrefix, term).append(" ");
}

std::string key_of_word(std::string_view term, TagId id) {
  return prefix_of_word(term) +
         fixed_digits(static_cast<std::uint32_t>(id) >> kWordGroupBits, kGroupDigits);
}

std::string packed(const TagEntry& entry, const std::vector<std::string>& sounds) {
  std::string bytes;
  append_varint(bytes, static_cast<std::uint32_t>(entry.id));
  bytes += static_cast<char>(entry.facet);
  append_text(bytes, entry.written);
  append_text(bytes, entry.fold);
  append_varint(bytes, sounds.size());
  for (const std::string& sound : sounds) append_text(bytes, sound);
  return bytes;
}

TagEntry taken_entry(std::string_view& bytes) {
  TagEntry entry;
  std::uint64_t id = 0;
  if (!take_varint(bytes, id) || id > UINT32_MAX || bytes.empty()) fail_damaged();
  entry.id = static_cast<TagId>(id);
  entry.facet = static_cast<Facet>(bytes.front());
  bytes.remove_prefix(1);
  entry.written = taken_text(bytes);
  entry.fold = taken_text(bytes);
  return entry;
}

std::vector<std::string> unpacked_sounds(std::string_view bytes) {
  std::uint64_t left = 0;
  if (!take_varint(bytes, left) || left > bytes.size()) fail_damaged();
  std::vector<std::string> sounds;
  for (; left > 0; --left) sounds.push_back(taken_text(bytes));
  return sounds;
}

void append_id(std::string& bytes, TagId id) {
  append_varint(bytes, static_cast<std::uint32_t>(id));
}

std::string packed_ids(const std::vector<TagId>& ids) {
  std::string bytes;
  for (const TagId id : ids) append_id(bytes, id);
  return bytes;
}

std::vector<TagId> unpacked_ids(std::string_view bytes) {
  std::vector<TagId> ids;
  for (std::uint64_t id = 0; !bytes.empty();) {
    if (!take_varint(bytes, id) || id > UINT32_MAX) fail_damaged();
    ids.push_back(static_cast<TagId>(id));
  }
  return ids;
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
  if (!bytes.empty() && (!take_varint(rest, count) || count > UINT32_MAX)) fail_damaged();
  return static_cast<std::uint32_t>(count);
}

}  // namespace ficsearch::store::registry
