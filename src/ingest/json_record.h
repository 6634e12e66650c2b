// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficsearch::ingest {

using JsonValue = simdjson::ondemand::value;
using JsonObject = simdjson::ondemand::object;

// One line that should be a JSON object, and the typed reading of its values.
//
// Every reader below consumes its value and throws Error: `bad_json` where the JSON is broken,
// `wrong_type` for another type of value, and what it names. `key` is for messages. Values and
// views live as long as the record; one record at a time uses a parser.
class JsonRecord {
 public:
  // Objects and lists may stand in each other this deep.
  static constexpr int kMaxDepth = 64;

  // `line` has simdjson's padding behind it and outlives the record. Ill-formed UTF-8 in it is
  // replaced by U+FFFD. Throws Error(`bad_json`).
  JsonRecord(simdjson::ondemand::parser& parser, std::string_view line);
  JsonRecord(const JsonRecord&) = delete;
  JsonRecord& operator=(const JsonRecord&) = delete;

  // Calls visit(key, value) for each member of the record. Throws Error(`duplicate_parameter`) for
  // a key that comes twice, and `bad_json` if anything but white space follows the record.
  template <typename Visit>
  void for_each_member(Visit visit);

  // The same for an object inside the record.
  template <typename Visit>
  void for_each_member(JsonValue value, std::string_view key, Visit visit);

  // Calls visit(value) for each item of a list.
  template <typename Visit>
  void for_each_item(JsonValue value, std::string_view key, Visit visit);

  bool is_null(JsonValue value);
  bool is_string(JsonValue value);
  bool is_list(JsonValue value);

  // Text for people: controls become spaces.
  std::string text(JsonValue value, std::string_view key);

  // A name that is compared: a tag, an author. Throws Error: `invalid_utf8` for a NUL or bytes that
  // were ill-formed, `too_long` over base::kMaxTagBytes, and as checked_name does.
  std::string name(JsonValue value, std::string_view key);

  // A list of names; empty ones say nothing and are left out.
  std::vector<std::string> names(JsonValue value, std::string_view key);

  // An id, or an integer as its digits. Throws as name and checked_id do; an empty one is allowed.
  std::string identifier(JsonValue value, std::string_view key);

  // A string, number or boolean, as it is written.
  std::string scalar(JsonValue value, std::string_view key);

  bool flag(JsonValue value, std::string_view key);

  // A whole number. Throws Error(`out_of_range`) if it is not in [low, high].
  std::int64_t integer(JsonValue value, std::string_view key, std::int64_t low, std::int64_t high);

  // Any value as compact JSON text, checked to the last byte.
  std::string json_text(JsonValue value);

  // How many ill-formed bytes of the line were replaced.
  std::size_t replaced_bytes() const noexcept { return replaced_bytes_; }

 private:
  template <typename Visit>
  void visit_members(JsonObject object, Visit visit);
  template <typename T>
  T checked(simdjson::simdjson_result<T> result);
  template <typename T>
  T checked(simdjson::simdjson_result<T> result, std::string_view key, std::string_view wanted,
            JsonValue value);

  static void refuse_repeated(std::vector<std::string_view> keys);
  [[noreturn]] void fail(simdjson::error_code error);
  [[noreturn]] void fail(std::string_view problem);
  [[noreturn]] void refuse_type(std::string_view key, std::string_view wanted, JsonValue value);
  void repair(std::string_view line);
  void expect_end();
  std::string_view token(JsonValue value);
  std::string_view written_name(JsonValue value, std::string_view key);
  std::string_view unescaped(JsonValue value, std::string_view key);
  void check(JsonValue value, int depth);

  std::string repaired_;                      // the line, if it had to be repaired
  std::vector<std::size_t> repaired_places_;  // offsets of the U+FFFD in it, rising
  std::size_t replaced_bytes_ = 0;
  std::string_view line_;  // what the parser reads
  simdjson::ondemand::document document_;
};

template <typename Visit>
void JsonRecord::for_each_member(Visit visit) {
  visit_members(checked(document_.get_object()), visit);
  expect_end();
}

template <typename Visit>
void JsonRecord::for_each_member(JsonValue value, std::string_view key, Visit visit) {
  visit_members(checked(value.get_object(), key, "an object", value), visit);
}

template <typename Visit>
void JsonRecord::for_each_item(JsonValue value, std::string_view key, Visit visit) {
  for (auto item : checked(value.get_array(), key, "a list", value)) visit(checked(item));
}

template <typename Visit>
void JsonRecord::visit_members(JsonObject object, Visit visit) {
  std::vector<std::string_view> keys;
  for (auto member : object) {
    auto field = checked(std::move(member));
    const std::string_view key = checked(field.unescaped_key());
    if (!simdjson::validate_utf8(key)) fail("a key holds half a surrogate pair");
    keys.push_back(key);
    visit(key, field.value());
  }
  refuse_repeated(std::move(keys));
}

template <typename T>
T JsonRecord::checked(simdjson::simdjson_result<T> result) {
  T value;
  if (const simdjson::error_code error = std::move(result).get(value)) fail(error);
  return value;
}

template <typename T>
T JsonRecord::checked(simdjson::simdjson_result<T> result, std::string_view key,
                      std::string_view wanted, JsonValue value) {
  if (result.error() == simdjson::INCORRECT_TYPE) refuse_type(key, wanted, value);
  return checked(std::move(result));
}

}  // namespace ficsearch::ingest
