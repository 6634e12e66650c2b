// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/plan.h"
#include "store/registry.h"

namespace ficsearch::search {

// What the tag registry of an index knows, for query::resolve. The registry must outlive it.
class RegistryTags : public query::KnownTags {
 public:
  explicit RegistryTags(const store::TagRegistry& registry) : registry_(registry) {}

  bool bears(std::optional<Facet> facet, std::string_view fold_key) const override;
  std::vector<std::string> nearest(std::string_view text, std::size_t limit) const override;

 private:
  const store::TagRegistry& registry_;
  mutable std::optional<std::vector<std::string>>
      written_;  // read when the first suggestion is asked for
};

}  // namespace ficsearch::search
