// SPDX-License-Identifier: GPL-3.0-or-later
// simdjson's on-demand parser looks only at what it is asked for. That is its speed and its trap: a
// value that nobody reads is not checked. So a record is read to its end, unknown values are walked
// to their leaves (check), and numbers and literals, of which we keep the text, are matched whole.
#include "ingest/json_record.h"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/checked_name.h"

namespace ficsearch::ingest {
namespace {

namespace json = simdjson::ondemand;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kJsonSpace = " \t\r\n";

std::string quoted(std::string_view key) {
  return '"' + std::string(key) + '"';
}

std::string_view type_name(simdjson::simdjson_result<json::json_type> type) {
  json::json_type value;
  if (std::move(type).get(value)) return "something else";
  switch (value) {
    case json::json_type::array:
      return "a list";
    case json::json_type::object:
      return "an object";
    case json::json_type::number:
      return "a number";
    case json::json_type::string:
      return "a string";
    case json::json_type::boolean:
      return "true or false";
    case json::json_type::null:
      return "null";
  }
  return "something else";
}

// Takes the digits at the front of `text` off it; false if there are none.
bool take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && base::is_ascii_digit(text[count])) ++count;
  text.remove_prefix(count);
  return count > 0;
}

// -?(0|[1-9][0-9]*): a whole number without fraction and exponent.
bool is_json_integer(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() > 1 && text.front() == '0') return false;
  return take_digits(text) && text.empty();
}

bool is_json_number(std::string_view text) {
  const std::size_t integer_end = text.find_first_of(".eE");
  if (!is_json_integer(text.substr(0, integer_end))) return false;
  text.remove_prefix(std::min(integer_end, text.size()));
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (!take_digits(text)) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (!take_digits(text)) return false;
  }
  return text.empty();
}

}  // namespace

JsonRecord::JsonRecord(json::parser& parser, std::string_view line) : line_(line) {
  if (!simdjson::validate_utf8(line)) repair(line);
  // The buffer behind the line is at least this large: the caller's padding, or that of repair().
  const std::size_t capacity = line_.size() + simdjson::SIMDJSON_PADDING;
  if (const auto error = parser.iterate(line_.data(), line_.size(), capacity).get(document_))
    throw Error(ErrorCode::bad_json,
                std::string("the record is broken JSON: ") + simdjson::error_message(error));
  json::json_type type;
  if (document_.type().get(type) || type != json::json_type::object)
    throw Error(ErrorCode::bad_json, "the record is not a JSON object", {},
                "write one object a line, such as {\"id\":\"w1\",\"title\":\"A title\"}");
}

bool JsonRecord::is_null(JsonValue value) {
  if (checked(value.type()) != json::json_type::null) return false;
  if (token(value) != "null") fail("a value is neither null nor anything else");
  return true;
}

bool JsonRecord::is_string(JsonValue value) {
  return checked(value.type()) == json::json_type::string;
}

bool JsonRecord::is_list(JsonValue value) {
  return checked(value.type()) == json::json_type::array;
}

std::string JsonRecord::text(JsonValue value, std::string_view key) {
  return base::clean_text(unescaped(value, key)).text;
}

std::string_view JsonRecord::written_name(JsonValue value, std::string_view key) {
  const std::string_view written = token(value);
  const std::string_view name = unescaped(value, key);
  if (name.size() > base::kMaxTagBytes)
    throw Error(ErrorCode::too_long, "a name in " + quoted(key) + " has " +
                                         std::to_string(name.size()) + " bytes; " +
                                         std::to_string(base::kMaxTagBytes) + " are allowed");
  const auto begin = static_cast<std::size_t>(written.data() - line_.data());
  const auto place = std::lower_bound(repaired_places_.begin(), repaired_places_.end(), begin);
  const bool repaired = place != repaired_places_.end() && *place < begin + written.size();
  if (repaired || name.find('\0') != std::string_view::npos)
    throw Error(ErrorCode::invalid_utf8,
                "a name in " + quoted(key) + (repaired ? " is not UTF-8" : " holds a NUL"), {},
                "names are compared byte by byte, so nothing in them is replaced");
  return name;
}

std::string JsonRecord::name(JsonValue value, std::string_view key) {
  return checked_name(written_name(value, key), key);
}

std::vector<std::string> JsonRecord::names(JsonValue value, std::string_view key) {
  std::vector<std::string> names;
  for_each_item(value, key, [&](JsonValue item) {
    std::string item_name = name(item, key);
    if (!item_name.empty()) names.push_back(std::move(item_name));
  });
  return names;
}

std::string JsonRecord::identifier(JsonValue value, std::string_view key) {
  if (is_string(value)) {
    const std::string_view id = written_name(value, key);
    return id.empty() ? std::string() : checked_id(std::string(id));
  }
  const std::string_view digits = token(value);
  if (!is_json_integer(digits)) refuse_type(key, "a string or a whole number", value);
  if (digits.size() > base::kMaxTagBytes)
    throw Error(ErrorCode::too_long, quoted(key) + " has " + std::to_string(digits.size()) +
                                         " digits; " + std::to_string(base::kMaxTagBytes) +
                                         " are allowed");
  return std::string(digits);
}

std::string JsonRecord::scalar(JsonValue value, std::string_view key) {
  switch (checked(value.type())) {
    case json::json_type::string:
      return name(value, key);
    case json::json_type::array:
    case json::json_type::object:
      refuse_type(key, "a string, a number, or true or false", value);
    default:
      return json_text(value);
  }
}

bool JsonRecord::flag(JsonValue value, std::string_view key) {
  const std::string_view written = token(value);
  if (written != "true" && written != "false") refuse_type(key, "true or false", value);
  return written == "true";
}

std::int64_t JsonRecord::integer(JsonValue value, std::string_view key, std::int64_t low,
                                 std::int64_t high) {
  const std::string_view digits = token(value);
  if (!is_json_integer(digits)) refuse_type(key, "a whole number", value);
  std::int64_t number = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (result.ec != std::errc() || number < low || number > high)
    throw Error(ErrorCode::out_of_range, quoted(key) + " must be from " + std::to_string(low) +
                                             " to " + std::to_string(high) + ", not " +
                                             std::string(digits.substr(0, 40)));
  return number;
}

std::string JsonRecord::json_text(JsonValue value) {
  std::string_view written = token(value);
  check(value, 2);  // the record itself is the first level
  if (written == "{" || written == "[") {
    const char* const end = checked(document_.current_location());
    written = {written.data(), static_cast<std::size_t>(end - written.data())};
  }
  std::string compact(written.size(), '\0');
  std::size_t size = 0;
  if (const auto error = simdjson::minify(written.data(), written.size(), compact.data(), size))
    fail(error);
  compact.resize(size);
  return compact;
}

// Replaces each ill-formed stretch of `line` and remembers where, so that name() can refuse it.
void JsonRecord::repair(std::string_view line) {
  repaired_.reserve(line.size() + line.size() / 8 + simdjson::SIMDJSON_PADDING);
  while (const auto bad = base::find_ill_formed(line)) {
    const std::size_t length = base::ill_formed_length(line, *bad);
    repaired_.append(line, 0, *bad);
    repaired_places_.push_back(repaired_.size());
    repaired_ += kReplacement;
    replaced_bytes_ += length;
    line.remove_prefix(*bad + length);
  }
  repaired_ += line;
  const std::size_t size = repaired_.size();
  repaired_.append(simdjson::SIMDJSON_PADDING, ' ');
  line_ = std::string_view(repaired_).substr(0, size);
}

void JsonRecord::expect_end() {
  if (document_.current_location().error() != simdjson::OUT_OF_BOUNDS)
    fail("something follows the object");
}

// The value's bytes in the line; of an object or list, its bracket.
std::string_view JsonRecord::token(JsonValue value) {
  std::string_view text = value.raw_json_token();
  text.remove_suffix(text.size() - 1 - text.find_last_not_of(kJsonSpace));
  return text;
}

std::string_view JsonRecord::unescaped(JsonValue value, std::string_view key) {
  const std::string_view text = checked(value.get_string(), key, "a string", value);
  if (!simdjson::validate_utf8(text)) fail("a string holds half a surrogate pair");
  return text;
}

// Reads `value`, which stands at `depth`, to its leaves.
void JsonRecord::check(JsonValue value, int depth) {
  const json::json_type type = checked(value.type());
  const bool nests = type == json::json_type::array || type == json::json_type::object;
  if (nests && depth > kMaxDepth)
    fail("it is nested deeper than " + std::to_string(kMaxDepth) + " levels");
  switch (type) {
    case json::json_type::array:
      return for_each_item(value, {}, [&](JsonValue item) { check(item, depth + 1); });
    case json::json_type::object:
      return for_each_member(value, {},
                             [&](std::string_view, JsonValue member) { check(member, depth + 1); });
    case json::json_type::string:
      unescaped(value, {});
      return;
    case json::json_type::number:
      if (!is_json_number(token(value))) fail("a number is malformed");
      return;
    case json::json_type::boolean:
      if (token(value) != "true" && token(value) != "false") fail("a literal is malformed");
      return;
    case json::json_type::null:
      if (token(value) != "null") fail("a literal is malformed");
      return;
  }
}

void JsonRecord::refuse_repeated(std::vector<std::string_view> keys) {
  std::sort(keys.begin(), keys.end());
  const auto repeated = std::adjacent_find(keys.begin(), keys.end());
  if (repeated != keys.end())
    throw Error(ErrorCode::duplicate_parameter, quoted(*repeated) + " is given twice", {},
                "give each key once");
}

void JsonRecord::fail(simdjson::error_code error) {
  fail(error == simdjson::STRING_ERROR
           ? "a string has an unknown escape or half a surrogate pair (\\ud800 to \\udfff)"
           : simdjson::error_message(error));
}

void JsonRecord::fail(std::string_view problem) {
  std::string message = "the record is broken JSON: " + std::string(problem);
  const char* location = nullptr;
  // A repaired line has other offsets than the one that people look at.
  if (repaired_places_.empty() && !document_.current_location().get(location) &&
      location != line_.data())
    message += " (near byte " + std::to_string(location - line_.data()) + " of the record)";
  throw Error(ErrorCode::bad_json, message);
}

void JsonRecord::refuse_type(std::string_view key, std::string_view wanted, JsonValue value) {
  throw Error(ErrorCode::wrong_type, quoted(key) + " must be " + std::string(wanted) + ", not " +
                                         std::string(type_name(value.type())));
}

}  // namespace ficsearch::ingest
