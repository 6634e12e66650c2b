// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::json {

// Writes one JSON document, compact, keys in the order of the calls.
//
// Escaping and numbers are RapidJSON's; what this adds is that a text can never come out as broken
// JSON. Calls must nest rightly, which RapidJSON asserts.
class JsonWriter {
 public:
  JsonWriter() : writer_(buffer_) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view name);

  // Text that was checked when it came in. Throws Error(`index_corrupt`) if it is ill-formed UTF-8
  // now.
  void text(std::string_view utf8);
  // Text from outside that nobody has checked, such as a path or the bytes of a broken record: what
  // is ill-formed becomes U+FFFD.
  void foreign_text(std::string_view bytes);
  void number(std::uint64_t value) { writer_.Uint64(value); }
  void number(std::int64_t value) { writer_.Int64(value); }
  // `value` is finite.
  void number(double value);
  // Three decimals: a clock says no more, and the digits stay readable.
  void duration(double value);
  void boolean(bool value) { writer_.Bool(value); }
  void null() { writer_.Null(); }
  // `json` is one valid JSON value.
  void raw(std::string_view json);

  // A key with its value.
  void member(std::string_view name, std::string_view utf8);
  void member(std::string_view name, std::uint64_t value);
  void member(std::string_view name, const std::vector<std::string>& texts);

  // The document so far.
  std::string str() const { return {buffer_.GetString(), buffer_.GetSize()}; }

 private:
  using Encoding = rapidjson::UTF8<>;
  using Writer = rapidjson::Writer<rapidjson::StringBuffer, Encoding, Encoding,
                                   rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

  rapidjson::StringBuffer buffer_;
  Writer writer_;
};

}  // namespace ficsearch::json
