// SPDX-License-Identifier: GPL-3.0-or-later
// A cursor is, in base 64 for URLs: version byte, the hash of the request, the fields with lengths
// in front, and a hash over all of that, so that a slip of the pen is noticed. It holds nothing
// that is secret, and whoever makes one up only chooses where a page begins: every filter still
// holds.
#include "search/cursor.h"

#include <optional>

#include "ficsearch/error.h"
#include "store/record.h"
#include "store/varint.h"

namespace ficsearch::search {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kHashBytes = 8;
constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string hash_of(std::string_view bytes) {
  return store::content_hash(bytes).substr(0, kHashBytes);
}

void append_text(std::string& bytes, std::string_view text) {
  store::append_varint(bytes, text.size());
  bytes += text;
}

void append_item(std::string& bytes, const FilterItem& item) {
  bytes += item.facet ? static_cast<char>(static_cast<int>(*item.facet) + 1) : '\0';
  bytes += static_cast<char>(item.match);
  append_text(bytes, item.value);
}

// What is left out decides only how a reply looks, or where a page begins and ends.
std::string binding_of(const SearchRequest& request) {
  std::string bytes;
  append_text(bytes, request.query);
  append_text(bytes, request.filter);
  for (const auto* items : {&request.include, &request.exclude}) {
    store::append_varint(bytes, items->size());
    for (const FilterItem& item : *items) append_item(bytes, item);
  }
  bytes += static_cast<char>(request.profile.has_value());
  append_text(bytes, request.profile.value_or(""));
  bytes += static_cast<char>(request.without_profile);
  bytes += request.max_rating ? static_cast<char>(static_cast<int>(*request.max_rating) + 1) : '\0';
  store::append_varint(bytes, request.languages.size());
  for (const std::string& language : request.languages) append_text(bytes, language);
  for (const SortKey& key : request.sort) append_text(bytes, to_string(key));
  bytes += static_cast<char>(request.spoilers);
  bytes += static_cast<char>(request.part_scope);
  bytes += static_cast<char>(request.mentions);
  return hash_of(bytes);
}

std::string base64(std::string_view bytes) {
  std::string text;
  unsigned bits = 0;
  int left = 0;
  for (const char byte : bytes) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
    for (left += 8; left >= 6;) text += kDigits[bits >> (left -= 6) & 63];
  }
  if (left > 0) text += kDigits[bits << (6 - left) & 63];
  return text;
}

// Foreign digits give bytes that fail the check of the hash.
std::string from_base64(std::string_view text) {
  std::string bytes;
  unsigned bits = 0;
  int left = 0;
  for (const char digit : text) {
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) return {};
    bits = bits << 6 | static_cast<unsigned>(value);
    if ((left += 6) >= 8) bytes += static_cast<char>(bits >> (left -= 8));
  }
  return bytes;
}

[[noreturn]] void refuse(const char* why) {
  throw Error(ErrorCode::bad_value, why, {},
              "take next_cursor of a reply as it is, with the request that it came from");
}

std::vector<std::string> taken_list(std::string_view& bytes) {
  std::vector<std::string> list;
  std::uint64_t count = 0;
  if (!store::take_varint(bytes, count)) refuse("the cursor is damaged");
  for (; count > 0; --count) {
    std::uint64_t length = 0;
    if (!store::take_varint(bytes, length) || length > bytes.size())
      refuse("the cursor is damaged");
    list.emplace_back(bytes.substr(0, length));
    bytes.remove_prefix(length);
  }
  return list;
}

}  // namespace

std::string to_text(const Cursor& cursor, const SearchRequest& request) {
  std::string bytes(1, kVersion);
  bytes += binding_of(request);
  for (const auto* list : {&cursor.values, &cursor.ids}) {
    store::append_varint(bytes, list->size());
    for (const std::string& item : *list) append_text(bytes, item);
  }
  store::append_varint(bytes, cursor.ties);
  store::append_varint(bytes, cursor.rank);
  bytes += hash_of(bytes);
  return base64(bytes);
}

Cursor parse_cursor(std::string_view text, const SearchRequest& request) {
  const std::string bytes = from_base64(text);
  if (bytes.size() < 1 + 2 * kHashBytes || bytes.front() != kVersion)
    refuse("the cursor is none that this index gave");
  std::string_view rest(bytes.data(), bytes.size() - kHashBytes);
  if (hash_of(rest) != std::string_view(bytes).substr(rest.size())) refuse("the cursor is damaged");
  rest.remove_prefix(1);
  if (rest.substr(0, kHashBytes) != binding_of(request))
    refuse("the cursor belongs to another search");
  rest.remove_prefix(kHashBytes);
  Cursor cursor;
  cursor.values = taken_list(rest);
  cursor.ids = taken_list(rest);
  if (!store::take_varint(rest, cursor.ties) || cursor.ties > cursor.ids.size() ||
      !store::take_varint(rest, cursor.rank) || !rest.empty())
    refuse("the cursor is damaged");
  return cursor;
}

}  // namespace ficsearch::search
