// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace ficsearch::test {

// A schema of schema/, checked with the keywords that these schemas use; any other keyword fails
// the test, so that none is passed over.
class Schema {
 public:
  // schema/`name`.schema.json.
  explicit Schema(const std::string& name);

  // What is wrong with `value`, a line each; empty if it is valid.
  std::vector<std::string> problems(const nlohmann::json& value);

  // Properties of the schema that no value checked so far has had.
  std::set<std::string> unseen() const;

  const nlohmann::json& root() const { return root_; }

 private:
  void check(const nlohmann::json& schema, const nlohmann::json& value, const std::string& place,
             std::vector<std::string>& problems);
  void check_object(const nlohmann::json& schema, const nlohmann::json& value,
                    const std::string& place, std::vector<std::string>& problems);
  void collect(const nlohmann::json& schema);

  nlohmann::json root_;
  std::set<const nlohmann::json*> seen_;
  std::vector<std::pair<std::string, const nlohmann::json*>> properties_;
};

}  // namespace ficsearch::test
