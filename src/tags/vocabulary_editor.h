// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tags/dictionary.h"
#include "tags/mentions.h"
#include "tags/statement.h"
#include "tags/vocabulary.h"

namespace ficsearch::tags {

enum class Outcome : std::uint8_t {
  accepted,
  unchanged,  // said already
  refused,
};

struct Verdict {
  Outcome outcome = Outcome::accepted;
  std::string reason;  // of a refusal, or what else accepting did; may be empty

  friend bool operator==(const Verdict&, const Verdict&) = default;
};

// What becomes of a name that no concept has.
struct CreationPolicy {
  bool create = false;         // true: it becomes a concept
  Facet facet = Facet::trope;  // of such a concept, unless its source gives one
};

// Adds statements to a vocabulary, one by one, and refuses each that would break the merged
// dictionary: one that gives a spelling to two concepts, makes an alias of an alias, joins facets,
// says of distinct concepts that one is the other or implies it, closes a circle of implications,
// makes a spelling of what states that the concept is absent, or names a concept that there is not.
// Statements that were refused leave no trace.
//
// Its rules are those of build_tables, asked of one statement at a time: an import of 100,000 lines
// cannot build a dictionary for each. The builder still has the last word on the whole.
class VocabularyEditor {
 public:
  // `own` was checked when it was made. `shipped` must outlive this object.
  VocabularyEditor(const Dictionary& shipped, Vocabulary own, CreationPolicy policy);

  Verdict state(const Statement& statement);

  const Vocabulary& vocabulary() const noexcept { return own_; }

 private:
  Verdict apply(const NamedConcept& named);
  Verdict apply(const DescribedConcept& described);
  Verdict apply(const SpellingOf& spelling);
  Verdict apply(const ReadingOf& reading);
  Verdict apply(const LinkBetween& link);

  // A folded key of the archive's own: whose it is, and whether it names the concept (id, label) or
  // is a spelling of it.
  struct Owner {
    std::string id;
    bool is_name = false;
  };

  std::optional<Owner> find_owner(std::string_view fold_key) const;
  bool is_shipped(const std::string& id) const { return shipped_.find(id).has_value(); }
  Facet facet_of(const std::string& id) const;
  // nullptr if nothing was added to it.
  const Concept* find_own(const std::string& id) const;
  // The entry that takes what is added to `id`.
  Concept& own_entry(const std::string& id);

  std::vector<std::string> direct_broader(const std::string& id) const;
  std::vector<std::string> direct_narrower(const std::string& id) const;
  std::set<std::string> with_broader(const std::string& id) const;
  std::set<std::string> with_narrower(const std::string& id) const;
  // The sentence that tells two concepts apart; nullopt if they are not distinct.
  std::optional<std::string> difference_between(const std::string& a, const std::string& b) const;

  // What a name of a source leads to.
  struct Target {
    std::string name;
    std::string id;       // empty: no concept yet
    Facet facet{};        // of the concept, or that it would get
    std::string refusal;  // empty: it can be used
  };
  Target target_of(const std::string& name, std::optional<Facet> facet) const;
  // The id of a usable target, whose concept is made now if there is none.
  std::string made(const Target& target);
  std::string id_for(const std::string& name) const;

  // Why a link cannot be; nullopt if it can. Both ends are concepts.
  std::optional<std::string> why_not_broader(const std::string& narrow, const std::string& broad,
                                             Facet narrow_facet, Facet broad_facet) const;
  std::optional<std::string> why_not_distinct(const std::string& a, const std::string& b) const;
  Verdict why_taken(const SpellingOf& spelling, const Owner& owner, const Target& target) const;
  bool lists(const std::string& id, const std::string& surface_key) const;
  bool states_absence(const std::string& spelling, const std::string& id);
  bool tells_a_series_apart(const std::string& id, const std::string& spelling) const;

  void remember(const Concept& value);

  const Dictionary& shipped_;
  Vocabulary own_;
  CreationPolicy policy_;
  std::unordered_map<std::string, Owner> own_keys_;  // never iterated
  std::map<std::string, std::vector<std::string>> own_narrower_;
  std::map<std::pair<std::string, std::string>, std::string> own_distinct_;
  std::optional<MentionFinder> mentions_;  // of shipped_; made when it is first asked
  std::set<std::string> refused_ids_;      // of described concepts
};

}  // namespace ficsearch::tags
