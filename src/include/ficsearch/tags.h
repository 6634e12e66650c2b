// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/concept.h"
#include "ficsearch/facet.h"

namespace ficsearch {

// What a spelling was found to mean.
enum class Found : std::uint8_t {
  concept_,   // one concept of the dictionary
  spelling,   // no concept, but the archive bears it
  ambiguous,  // several concepts can be meant
  nothing,
};

// A concept with what surrounds it, for `tags explain`.
struct Explanation {
  std::string input;
  Found found = Found::nothing;
  std::vector<std::string> candidates;  // concept ids, if ambiguous
  Concept subject;                      // if found == concept_
  std::vector<std::string> narrower;    // direct, sorted
  std::vector<std::string> siblings;  // other concepts directly below the same broader ones, sorted
  std::vector<std::string> advisories_always;    // with inherited ones
  std::vector<std::string> advisories_commonly;  // with inherited ones
  std::optional<std::uint64_t> works;            // bearing one of its spellings; only with an index
  std::optional<std::uint64_t>
      works_excluded;  // that excluding it removes: narrower concepts too; only with an index
  std::vector<std::string>
      as_written;  // written forms in the archive, most used first; only with an index
  std::vector<std::string> suggestions;  // nearest known spellings, if nothing was found
};

// One line of `tags list`.
struct TagSummary {
  std::string concept_id;
  Facet facet = Facet::freeform;
  std::string label;
  std::optional<std::uint64_t> works;  // only with an index
};

struct TagListOptions {
  std::optional<Facet> facet;  // nullopt: all
  std::string below;           // only this concept and its narrower ones; empty: all
  std::size_t limit = 0;       // 0: all
};

// A pair of names that a person should look at. Never an action: nothing is merged or changed.
struct LintFinding {
  std::string kind;  // stable: equal_after_folding, missing_broader, missing_label, near_names,
                     // shared_kana_prefix
  std::string a;
  std::string b;  // empty for missing_label
  std::string message;

  friend bool operator==(const LintFinding&, const LintFinding&) = default;
};

// Would b join a without asking, in an archive that knows only a and the dictionary?
enum class Comparison : std::uint8_t { same, ask, different };
std::string_view to_string(Comparison comparison) noexcept;

// The vocabulary: the shipped dictionary, and for an index the counts of its works.
//
// Threads: const members may run in any number of threads at once, unless the object came from an
// Index.
class Tags {
 public:
  // The shipped dictionary alone.
  static Tags builtin();

  // `tag` is a spelling, "facet:spelling", or a concept id. Throws Error(`invalid_utf8`,
  // `too_long`, `empty_filter`).
  Explanation explain(std::string_view tag) const;
  // Sorted by number of works (with an index) and label.
  std::vector<TagSummary> list(const TagListOptions& options) const;
  std::vector<LintFinding> lint() const;
  Comparison compare(std::string_view a, std::string_view b) const;

  // The concept of that id; nullptr if there is none. Valid as long as this object.
  const Concept* find_concept(std::string_view id) const;
  // Name and hash of the dictionary in force.
  std::string version() const;

  struct Impl;
  explicit Tags(std::shared_ptr<const Impl> impl);

 private:
  std::shared_ptr<const Impl> impl_;
};

}  // namespace ficsearch
