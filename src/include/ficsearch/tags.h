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
  std::optional<std::uint64_t> works;            // bearing one of its spellings; of an index
  std::optional<std::uint64_t>
      works_excluded;  // that excluding it removes: narrower concepts too; of an index
  std::vector<std::string>
      as_written;  // written forms in the archive, most used first; of an index
  std::vector<std::string> suggestions;  // nearest known spellings, if nothing was found
};

// One line of `tags list`.
struct TagSummary {
  std::string concept_id;
  Facet facet = Facet::freeform;
  std::string label;
  std::optional<std::uint64_t> works;  // of an index
};

struct TagListOptions {
  std::optional<Facet> facet;  // nullopt: all
  std::string below;           // only this concept and its narrower ones; empty: all
  std::size_t limit = 0;       // 0: all
};

// A concept or spelling whose name begins with, or has a word that begins with, what somebody has
// typed so far, in any script; or one that is merely like it, if little else is.
struct Suggestion {
  std::string concept_id;  // or "facet:spelling" for one that only the archive knows
  Facet facet = Facet::freeform;
  std::string label;
  std::string matched;                 // the alias or reading that fits; empty if the label does
  std::vector<std::string> not_same;   // labels of siblings that must not be confused with it
  std::optional<std::uint64_t> works;  // of an index
  bool is_alike = false;  // true: a guess, for a person to judge; false: what was typed fits it

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

// A concept found by the words that describe it.
struct TagMatch {
  TagSummary tag;
  std::string where;    // stable: name, beginning, label, spelling, definition
  std::string matched;  // the label or spelling; empty for a definition
};

// A pair of names that a person should look at. Never an action: nothing is merged or changed.
enum class Likelihood : std::uint8_t {
  likely,    // somebody will be misled
  possible,  // only shown if all are asked for
};
std::string_view to_string(Likelihood likelihood) noexcept;

struct LintFinding {
  std::string kind;  // stable. Of the dictionary: equal_after_folding, missing_broader,
                     // missing_label, near_names, same_lemma, shared_kana_prefix. Of an archive:
                     // collision, compound_spelling, near_concept, unmapped_spelling
  std::string a;
  std::string b;  // empty for missing_label and unmapped_spelling
  std::string message;
  Likelihood likelihood = Likelihood::likely;
  std::optional<std::uint64_t> works = std::nullopt;  // of an archive: that bear a

  friend bool operator==(const LintFinding&, const LintFinding&) = default;
};

struct LintOptions {
  bool all = false;  // true: possible findings too, and an archive's rare spellings
};

// Would b join a without asking, in an archive that knows only a and the dictionary?
enum class Comparison : std::uint8_t { same, ask, different };
std::string_view to_string(Comparison comparison) noexcept;

// The vocabulary: the shipped dictionary, and what an index has on top of it. How its works use it
// depends on who asks: Index::list_tags, search_tags, explain_tag and suggest say that.
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
  // Sorted by label.
  std::vector<TagSummary> list(const TagListOptions& options) const;
  // Completions of what somebody has typed so far, at most `limit` (0: all): first what it is
  // already, in writing or in sound, then names that begin so, then names with a later word that
  // does; among these by label. If that makes fewer than five,
  // and what was typed is no name by itself, names that are like it fill up (is_alike): renderings
  // of a foreign word, other words around it, slips. Never what is kept distinct from a concept
  // that fits: who types netori is not led to netorare. "facet:prefix" looks in one facet. Throws
  // Error(`invalid_utf8`, `too_long`, `empty_filter`).
  std::vector<Suggestion> suggest(std::string_view prefix, std::size_t limit) const;
  // Concepts whose label, spelling or definition holds `text`, best first: by place, then by label;
  // at most `limit` (0: all). Throws as suggest.
  std::vector<TagMatch> search(std::string_view text, std::size_t limit) const;
  // For the keeper of an archive: names of the dictionary that are easily taken for each other, and
  // with an index its spellings that mean two things or nothing yet, those of most works first. No
  // profile has a say.
  // What the dictionary holds `distinct` is settled.
  std::vector<LintFinding> lint(const LintOptions& options) const;
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
