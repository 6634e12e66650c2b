// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/schema_check.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace ficsearch::test {
namespace {

using nlohmann::json;

const std::set<std::string> kAnnotations{"$schema", "$id",     "title",    "description", "version",
                                         "history", "default", "examples", "$defs"};

bool is_of_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  throw std::runtime_error("unknown type in a schema: " + type);
}

bool is_of_any_type(const json& value, const json& type) {
  if (type.is_string()) return is_of_type(value, type);
  return std::any_of(type.begin(), type.end(),
                     [&](const json& one) { return is_of_type(value, one); });
}

}  // namespace

Schema::Schema(const std::string& name) {
  std::ifstream in(FICSEARCH_SOURCE_DIR "/schema/" + name + ".schema.json");
  root_ = json::parse(in);
  collect(root_);
}

std::vector<std::string> Schema::problems(const json& value) {
  std::vector<std::string> found;
  check(root_, value, "", found);
  return found;
}

std::set<std::string> Schema::unseen() const {
  std::set<std::string> names;
  for (const auto& [name, property] : properties_)
    if (!seen_.contains(property)) names.insert(name);
  return names;
}

void Schema::collect(const json& schema) {
  if (schema.is_array())
    for (const json& one : schema) collect(one);
  if (!schema.is_object()) return;
  for (const auto& [keyword, value] : schema.items()) {
    if (keyword == "examples") continue;
    if (keyword == "properties")
      for (const auto& [name, property] : value.items()) properties_.emplace_back(name, &property);
    collect(value);
  }
}

void Schema::check(const json& schema, const json& value, const std::string& place,
                   std::vector<std::string>& problems) {
  if (schema.is_boolean()) {
    if (!schema.get<bool>()) problems.push_back(place + ": not allowed");
    return;
  }
  for (const auto& [keyword, rule] : schema.items()) {
    if (kAnnotations.contains(keyword)) continue;
    if (keyword == "$ref") {
      check(root_.at(json::json_pointer(rule.get<std::string>().substr(1))), value, place,
            problems);
    } else if (keyword == "type") {
      if (!is_of_any_type(value, rule)) problems.push_back(place + ": is not " + rule.dump());
    } else if (keyword == "enum") {
      if (std::find(rule.begin(), rule.end(), value) == rule.end())
        problems.push_back(place + ": " + value.dump() + " is not one of " + rule.dump());
    } else if (keyword == "minimum" || keyword == "maximum") {
      if (value.is_number() && (keyword == "minimum" ? value < rule : value > rule))
        problems.push_back(place + ": out of range");
    } else if (keyword == "items") {
      if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i)
          check(rule, value[i], place + "/" + std::to_string(i), problems);
    } else if (keyword == "anyOf") {
      std::vector<std::string> all;
      bool valid = false;
      for (const json& option : rule) {
        std::vector<std::string> some;
        check(option, value, place, some);
        valid = valid || some.empty();
        all.insert(all.end(), some.begin(), some.end());
      }
      if (!valid) problems.insert(problems.end(), all.begin(), all.end());
    } else if (keyword == "properties") {
      check_object(schema, value, place, problems);
    } else if (keyword == "additionalProperties") {
      if (!schema.contains("properties")) check_object(schema, value, place, problems);
    } else if (keyword == "propertyNames") {
      if (value.is_object())
        for (const auto& [name, member] : value.items()) check(rule, name, place, problems);
    } else if (keyword != "required") {
      throw std::runtime_error("unknown keyword in a schema: " + keyword);
    }
  }
}

void Schema::check_object(const json& schema, const json& value, const std::string& place,
                          std::vector<std::string>& problems) {
  if (!value.is_object()) return;
  const json properties = schema.value("properties", json::object());
  for (const json& name : schema.value("required", json::array()))
    if (!value.contains(name.get<std::string>()))
      problems.push_back(place + ": lacks " + name.dump());
  for (const auto& [name, member] : value.items()) {
    if (properties.contains(name)) {
      const json& property = schema.at("properties").at(name);
      seen_.insert(&property);
      check(property, member, place + "/" + name, problems);
    } else {
      check(schema.at("additionalProperties"), member, place + "/" + name, problems);
    }
  }
}

}  // namespace ficsearch::test
