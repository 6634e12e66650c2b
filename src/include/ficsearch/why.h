// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/mention.h"
#include "ficsearch/search.h"

namespace ficsearch {

// A tag of a work that a rule looks at.
struct WhyTag {
  Facet facet = Facet::freeform;
  std::string as_written;
  std::uint8_t spoiler = 0;
  // The part that bears it; all empty: the work itself.
  std::string part;
  std::string part_kind;
  std::string part_title;
  // Concepts from the one that the tag means to the one that the rule names, each broader than the
  // one before or called for by it; empty if no concept is involved.
  std::vector<std::string> path;

  friend bool operator==(const WhyTag&, const WhyTag&) = default;
};

enum class RuleKind : std::uint8_t {
  include,    // the work must bear it
  exclude,    // the work must not
  condition,  // any other part of query and filter, a rating limit, a list of languages
};
std::string_view to_string(RuleKind kind) noexcept;

// A rule of a search, and what it says of one work.
struct WhyRule {
  RuleKind kind = RuleKind::condition;
  std::string input;  // as the user gave it
  FilterOrigin origin = FilterOrigin::request;
  bool hides = false;               // the work is not shown because of it
  std::vector<WhyTag> tags;         // of the work, that meet the rule
  std::vector<Evidence> mentions;   // of titles and summary, that meet an exclusion
  std::vector<std::string> values;  // of the work, that a condition compares: "rating mature"

  friend bool operator==(const WhyRule&, const WhyRule&) = default;
};

// Whether a search shows a work, and which rules say so.
struct Why {
  std::string id;
  std::string title;
  bool shown = false;
  // Those that hide it, and all includes and conditions; excludes that leave it in are only
  // counted. In the order of include, exclude, condition, and of the request within each.
  std::vector<WhyRule> rules;
  std::size_t excludes = 0;  // entries that were looked at
  std::string query;         // canonical text
  std::string profile;       // name of the profile in force; empty: none
  std::string snapshot;      // "uuid:revision"
};

}  // namespace ficsearch
