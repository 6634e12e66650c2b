// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ficsearch/chunked_list.h"
#include "ficsearch/facet.h"
#include "ficsearch/profile.h"
#include "ficsearch/search.h"
#include "query/ast.h"
#include "tags/dictionary.h"

namespace ficsearch::query {

// What a request means, resolved against one dictionary: which concepts and spellings, which text,
// which ranges. A plan holds no document numbers and no terms of the index, so it prints and
// compares without one.

struct PlanNode;
using PlanNodes = std::vector<PlanNode>;

// Works that bear a tag of `concepts` (any of their aliases) or one of `spellings` (folded keys).
// Closure is done: narrower concepts are listed, which may be of other facets (an advisory's are
// the tropes that call for it). With a facet: spellings only in tags of that facet, concepts only
// in tags of their own facet and in freeform tags, which take it. Without: in any facet.
struct TagSet {
  std::optional<Facet> facet;
  std::vector<std::string> concepts;   // ids, sorted
  std::vector<std::string> spellings;  // folded keys, sorted
  friend bool operator==(const TagSet&, const TagSet&) = default;
};

// Works that bear exactly this written form. Without a facet: in any facet.
struct WrittenTag {
  std::optional<Facet> facet;
  std::string written;
  friend bool operator==(const WrittenTag&, const WrittenTag&) = default;
};

// Works that bear a tag whose folded key begins with `prefix`. Expands completely or the search
// fails.
struct TagPrefix {
  std::optional<Facet> facet;
  std::string prefix;  // folded key
  friend bool operator==(const TagPrefix&, const TagPrefix&) = default;
};

// Works whose text holds `text` as a phrase (a single word is a phrase of one).
enum class TextScope : std::uint8_t {
  all,      // title, other titles, authors, summary, tags that are not spoilers, body
  literal,  // title, other titles, summary and tags, spoilers too: what a literal exclusion looks
            // at
  prose,    // title, other titles, summary and body
  title,    // title and other titles
  summary,
  body,
};
struct TextPhrase {
  TextScope scope = TextScope::all;
  std::string text;
  friend bool operator==(const TextPhrase&, const TextPhrase&) = default;
};

// Works whose value lies in [low, high]; absent ends are open, works without a value never match.
// `unrated` never does.
struct ValueRange {
  Field field = Field::words;
  std::optional<std::int64_t> low;
  std::optional<std::int64_t> high;
  friend bool operator==(const ValueRange&, const ValueRange&) = default;
};

// Works whose title, other titles or summary name one of the concepts and do not say that it is
// absent (tags/mentions.h). Only below an exclusion, and only if the request asks for it. Closure
// is done.
struct Mentioned {
  std::vector<std::string> concepts;  // ids, sorted
  friend bool operator==(const Mentioned&, const Mentioned&) = default;
};

struct PlanAnd {
  PlanNodes nodes;  // none: every work
  friend bool operator==(const PlanAnd&, const PlanAnd&);
};
struct PlanOr {
  PlanNodes nodes;  // none: no work
  friend bool operator==(const PlanOr&, const PlanOr&);
};
// Exclusion: what stands below it looks at every spoiler level.
struct PlanNot {
  std::shared_ptr<const PlanNode> node;  // never null
  friend bool operator==(const PlanNot&, const PlanNot&);
};

struct PlanNode {
  std::variant<TagSet, WrittenTag, TagPrefix, TextPhrase, ValueRange, Mentioned, PlanAnd, PlanOr,
               PlanNot>
      value;
  friend bool operator==(const PlanNode&, const PlanNode&);
};

// An include or exclude entry of the request or a top-level term of its query, kept apart so that
// facet counts can leave out a facet's own includes and replies can say what became of each
// exclude. Entries of a profile are about no facet: no facet count lifts one.
struct Entry {
  std::string input;  // as the user gave it
  PlanNode node;
  std::optional<Facet> facet;  // the facet that it is about: the concept's, or the one given
  ExcludeStatus status = ExcludeStatus::resolved;
  std::vector<std::string> concepts;  // that the input resolved to, before closure
  FilterOrigin origin = FilterOrigin::request;
  friend bool operator==(const Entry&, const Entry&) = default;
};

// What a required part of a plan stands for, for people.
struct Condition {
  std::string input;  // as the user gave it, or "max_rating teen"
  FilterOrigin origin = FilterOrigin::request;
  friend bool operator==(const Condition&, const Condition&) = default;
};

struct Plan {
  std::vector<PlanNode> require;  // all must hold: parts of the query and filter that are no plain
                                  // include or exclude, and whatever a profile asks for
  std::vector<Condition> conditions;  // of `require`, one each
  ChunkedList<Entry> include;         // all must hold
  ChunkedList<Entry> exclude;         // none may hold: the request's, then those of profiles
  std::vector<PlanNode>
      rank;  // text and tags of the query that score, any of them; empty: nothing to rank by
  std::vector<SortKey> sort;      // never empty
  std::string canonical_query;    // to_string of the parsed query
  std::string profile;            // name of the profile in force; empty: none
  bool enforced = false;          // an enforced profile is in force
  std::vector<Warning> warnings;  // unknown and ambiguous entries, with suggestions
  friend bool operator==(const Plan&, const Plan&);
};

// One line of canonical text a part, for tests and --explain.
std::string to_string(const PlanNode& node);
std::string to_string(const Plan& plan);

// What a tag that is no alias of the dictionary means in an archive.
struct ArchiveMeaning {
  std::vector<std::string>
      concepts;  // ids of concepts that the archive's spellings or the tag itself join, sorted
  std::vector<std::string>
      folds;           // folded keys of spellings of the archive that are the same word, sorted
  bool sure = true;    // false: it can be any of them, and a person has to choose
  bool borne = false;  // whether the archive bears the tag itself (KnownTags::bears)
};

// What an archive's tag registry knows, asked during resolution.
class KnownTags {
 public:
  virtual ~KnownTags() = default;
  // Whether the archive bears a tag with this folded key, in that facet (nullopt: any).
  virtual bool bears(std::optional<Facet> facet, std::string_view fold_key) const = 0;
  // What `text`, whose folded key is given, means beyond that key, and whether it is borne. Unless
  // an archive says otherwise: nothing.
  virtual ArchiveMeaning meaning_of(std::optional<Facet> facet, std::string_view text,
                                    std::string_view fold_key) const;
  // For each of `texts` the known written forms nearest to it, nearest first, for did-you-mean: of
  // those that a work bears which `filters` leaves, not as a spoiler. Never decides anything.
  virtual std::vector<std::vector<std::string>> nearest(const std::vector<std::string>& texts,
                                                        std::size_t limit,
                                                        const Plan& filters) const = 0;
};

// The saved filters of an index, asked during resolution.
class SavedProfiles {
 public:
  virtual ~SavedProfiles() = default;
  // nullptr: there is none of that name. Throws Error for one that cannot be read.
  virtual std::shared_ptr<const Profile> named(std::string_view name) const = 0;
  // nullptr: the operator has set none.
  virtual std::shared_ptr<const Profile> enforced() const = 0;
};

// No profiles at all, for what no profile has a say in.
class NoProfiles : public SavedProfiles {
 public:
  std::shared_ptr<const Profile> named(std::string_view) const override { return nullptr; }
  std::shared_ptr<const Profile> enforced() const override { return nullptr; }
};

class EntryListCache;

struct ResolveContext {
  const tags::Dictionary& dictionary;
  const KnownTags& known;
  const SavedProfiles& profiles;
  std::int64_t now = 0;             // seconds since 1970, for relative dates
  EntryListCache* lists = nullptr;  // of this dictionary and commit; null: nothing is kept
};

// Parses the query and filter of a request and resolves everything, with the profile that it names
// or the default one, and the enforced one. Every filter of every one of them holds, and mentions
// count if any asks for it. Entries stand in the order include list, exclude list, query, filter,
// profile, enforced profile. Warnings are about the request: of what stands in profiles, people
// hear when they save it. Throws Error: what parse throws; `profile_not_found`; `empty_filter` for
// an entry or word of which nothing is left once normalized; `too_long` and `invalid_utf8` for an
// entry; `bad_value` for two sort orders or profiles, one in the filter, or a rating limit of
// unrated; `query_limit` for a prefix that normalizes to one character.
Plan resolve(const SearchRequest& request, const ResolveContext& context);

// A profile as an index has it: of one commit, origin and name say which one it is.
struct SavedProfile {
  const Profile& profile;
  FilterOrigin origin;  // profile or enforced
  std::string name;     // the enforced one has none
};

// What a profile adds to a plan. It depends on dictionary, archive and mentions alone, so it can be
// kept as long as they stay.
struct ProfileParts {
  std::vector<PlanNode> require;
  std::vector<Condition> conditions;  // of `require`, one each
  ChunkedList<Entry> exclude;
};
// Throws Error as resolve does for entries and the rating limit. Adds warnings to `warnings` unless
// it is null.
ProfileParts resolve_profile(const SavedProfile& saved, Mentions mentions,
                             const ResolveContext& context, std::vector<Warning>* warnings);

}  // namespace ficsearch::query
