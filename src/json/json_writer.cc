// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/json_writer.h"

#include <cassert>
#include <cmath>

#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::json {
namespace {

rapidjson::SizeType size_of(std::string_view text) {
  return static_cast<rapidjson::SizeType>(text.size());
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  if (!writer_.Key(name.data(), size_of(name)))
    throw Error(ErrorCode::index_corrupt, "a stored key is not well-formed UTF-8");
}

void JsonWriter::text(std::string_view utf8) {
  // An empty view may hold a null pointer, which RapidJSON does not take.
  if (!writer_.String(utf8.empty() ? "" : utf8.data(), size_of(utf8)))
    throw Error(ErrorCode::index_corrupt, "a stored text is not well-formed UTF-8");
}

void JsonWriter::foreign_text(std::string_view bytes) {
  if (base::find_ill_formed(bytes))
    text(base::clean_text(bytes).text);
  else
    text(bytes);
}

void JsonWriter::number(double value) {
  [[maybe_unused]] const bool finite = writer_.Double(value);
  assert(finite);
}

void JsonWriter::duration(double value) {
  number(std::round(value * 1000) / 1000);
}

void JsonWriter::raw(std::string_view json) {
  writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

void JsonWriter::member(std::string_view name, std::string_view utf8) {
  key(name);
  text(utf8);
}

void JsonWriter::member(std::string_view name, std::uint64_t value) {
  key(name);
  number(value);
}

void JsonWriter::member(std::string_view name, const std::vector<std::string>& texts) {
  key(name);
  begin_array();
  for (const std::string& item : texts) text(item);
  end_array();
}

}  // namespace ficsearch::json
