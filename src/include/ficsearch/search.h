// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ficsearch/chunked_list.h"
#include "ficsearch/facet.h"
#include "ficsearch/work.h"

namespace ficsearch {

// How an include or exclude item is compared with the tags of a work.
enum class Match : std::uint8_t {
  concept_,  // the concept that it resolves to: all its spellings, aliases and narrower concepts
  written,   // exactly this written form, in exactly the given facet
};

// One entry of an include or exclude list.
struct FilterItem {
  std::optional<Facet> facet;  // nullopt: any facet
  std::string value;           // a spelling, a concept id, or (for Match::written) the written form
  Match match = Match::concept_;

  friend bool operator==(const FilterItem&, const FilterItem&) = default;
};

// Reads "facet:value" or a bare value. The prefix counts only if it names a facet, so "Re:Zero" is
// a tag; an empty value is kept for the search to refuse. Double quotes around the value, or around
// all of it, are taken off: facet:"a value", "trop:x". Throws Error(`unknown_facet`) if the prefix
// is a slip of a facet's name.
FilterItem parse_filter_item(std::string_view text);

// What can be compared, sorted by and shown. Dates are seconds since 1970.
enum class Field : std::uint8_t {
  published,
  updated,
  words,
  kudos,
  hits,
  comments,
  bookmarks,
  rating,
  title
};

std::string_view to_string(Field field) noexcept;
std::optional<Field> find_field(std::string_view name) noexcept;

// One sort key. Absent values count as less than any other. Ties: the work added last comes first.
struct SortKey {
  std::optional<Field> field;  // nullopt: relevance
  bool ascending = false;

  friend bool operator==(const SortKey&, const SortKey&) = default;
};

// Reads "relevance", "kudos", "kudos:asc" or "kudos:desc". Throws Error(`unknown_field`,
// `bad_value`).
SortKey parse_sort_key(std::string_view text);
std::string to_string(const SortKey& key);

enum class Spoilers : std::uint8_t {
  none,  // inclusion and display leave out tags that are marked as spoilers
  all,   // they count like any other
};

enum class PartScope : std::uint8_t {
  any,   // tags of every part count as the work's
  main,  // only the work's own tags and those of its main parts
};

// Whether what titles and summaries say counts for exclusion, beside the tags.
enum class Mentions : std::uint8_t {
  ignore,   // tags alone decide
  exclude,  // an excluded concept also leaves out works whose title, other titles or summary name
            // it or a narrower one, unless they say that it is absent (NTRなし, no netorare)
};

// Which works count for a value of a facet. Advisories, perspectives and media are always counted
// by closure.
enum class FacetCounts : std::uint8_t {
  direct,   // those that bear the value itself: who bears only a narrower concept counts for that
  closure,  // those that bear it or anything narrower
};

// A search: a query, lists of tags, and what to bring back. Exclusion always looks at every spoiler
// level.
struct SearchRequest {
  std::string query;  // the query language of schema/query.md; empty: every work
  std::string
      filter;  // the same language; restricts without ranking, and its bare words are tags only
  std::vector<FilterItem> include;
  std::vector<FilterItem> exclude;
  // The name of a saved profile (ficsearch/profile.h), whose filter holds beside this one; nullopt:
  // the one named "default", if the index has it. Nothing of a request loosens a profile.
  std::optional<std::string> profile;
  bool without_profile = false;        // no profile at all; the enforced one holds all the same
  std::optional<Rating> max_rating;    // works above it, and unrated ones, are left out
  std::vector<std::string> languages;  // empty: any
  std::vector<Facet> facets;           // facets to count
  FacetCounts facet_counts = FacetCounts::direct;
  // Whether the counts of a facet honour its own includes too: they are left out otherwise, so that
  // its other values can be chosen.
  bool keep_own_includes = false;
  std::size_t facet_limit = 10;           // values a facet, 0: all
  std::vector<SortKey> sort;              // empty: relevance if the query has words, else updated
  std::optional<std::size_t> limit = 20;  // hits to bring back; nullopt: every hit
  std::size_t offset = 0;
  // Reply::next_cursor of the page before, which goes on where that one ended even if works were
  // added meanwhile; empty: begin at the offset. Bound to the rest of the request.
  std::string cursor;
  // Stored fields to bring back; empty: the usual ones; "id" alone: hits have their ids and no
  // more, which is fastest.
  std::vector<std::string> fields;
  std::vector<std::string> highlight_fields;  // of title, summary, text; empty: all of them
  Spoilers spoilers = Spoilers::none;
  PartScope part_scope = PartScope::any;
  // Leave it at `ignore` unless a reader asks for the stricter filter: texts name concepts for many
  // reasons (a title that quotes one, a summary that compares), and reading them takes time.
  Mentions mentions = Mentions::ignore;
  // How long the search may take. One that takes longer is an error, never a shorter answer.
  std::optional<std::chrono::milliseconds> timeout;
  bool explain = false;  // also say how the search was run

  friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

// A tag of a work as a reply shows it.
struct TagUse {
  std::string concept_id;  // a concept of the dictionary, or "facet:spelling" for one that only the
                           // archive knows
  std::string label;
  std::string as_written;
  std::uint8_t spoiler = 0;
  std::uint8_t strength = 0;
  std::string part;  // id of the part that bears it; empty: the work itself

  friend bool operator==(const TagUse&, const TagUse&) = default;
};

// Text with the byte ranges that matched. Ranges are ordered, do not overlap, and lie on grapheme
// borders.
struct Highlight {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> matches;  // [begin, end) in bytes of text
  bool cut_before = false;                                   // the text begins inside the field
  bool cut_after = false;                                    // the text ends inside the field

  friend bool operator==(const Highlight&, const Highlight&) = default;
};

// A stored field: a number, text, a list of texts, or a value kept as JSON text because its key is
// unknown.
struct RawJson {
  std::string json;
  friend bool operator==(const RawJson&, const RawJson&) = default;
};
using FieldValue = std::variant<std::int64_t, std::string, std::vector<std::string>, RawJson>;

struct Hit {
  std::string id;
  std::string title;
  std::vector<std::string> authors;
  std::vector<std::pair<Facet, std::vector<TagUse>>> tags;  // in the order of kAllFacets
  std::vector<std::string> advisories;  // advisory concepts due, always ones first
  std::vector<std::pair<std::string, Highlight>> highlights;  // by field: title, summary, text
  std::optional<double> score;                                // only when ranked
  std::vector<std::pair<std::string, FieldValue>> fields;     // dates as ISO 8601 text
};

struct Total {
  std::uint64_t value = 0;
  bool exact = true;
};

enum class FacetState : std::uint8_t { none, included, excluded };
std::string_view to_string(FacetState state) noexcept;

// One value of a facet and the number of works that count for it (SearchRequest::facet_counts).
struct FacetCount {
  std::string concept_id;
  std::string label;
  std::uint64_t count = 0;
  FacetState state = FacetState::none;

  friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

// What became of an exclude entry.
enum class ExcludeStatus : std::uint8_t {
  resolved,   // a concept of the dictionary, with its aliases and narrower concepts
  spelling,   // unknown to the dictionary, but the archive bears it: works with that spelling
  ambiguous,  // several concepts can be meant: all of them
  literal,    // nobody knows it: that literal form in tags, titles and summaries
  written,    // exactly that written form
};
std::string_view to_string(ExcludeStatus status) noexcept;

// Who asked for a filter.
enum class FilterOrigin : std::uint8_t {
  request,   // its lists, query and filter
  profile,   // the saved profile
  enforced,  // the operator's own filter
};
std::string_view to_string(FilterOrigin origin) noexcept;

struct AppliedExclude {
  std::string input;
  std::vector<std::string> concepts;  // none for spelling and literal; several only if ambiguous
  ExcludeStatus status = ExcludeStatus::resolved;
  std::uint64_t spellings = 0;  // written forms of the archive that it covers
  FilterOrigin origin = FilterOrigin::request;

  friend bool operator==(const AppliedExclude&, const AppliedExclude&) = default;
};

struct Applied {
  std::string query;                    // canonical text
  ChunkedList<AppliedExclude> exclude;  // the request's, then the profile's, then the enforced ones
  std::string profile;                  // its name; empty: none
  bool enforced = false;                // the index has an enforced profile, which held
  std::uint64_t concepts = 0;           // that all excludes expand to
  std::uint64_t spellings = 0;          // that all excludes expand to
};

struct Warning {
  std::string code;     // stable, such as "unknown_tag"
  std::string message;  // for people
  std::string input;    // what it is about
  std::vector<std::string> suggestions;

  friend bool operator==(const Warning&, const Warning&) = default;
};

struct Reply {
  std::vector<Hit> hits;
  Total total;
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;  // in the order of the request
  Applied applied;
  std::vector<Warning> warnings;
  std::string next_cursor;               // for SearchRequest::cursor; empty: this page is the last
  std::vector<std::string> explanation;  // lines for people, if they were asked for
  std::string snapshot;                  // "uuid:revision"
  double took_ms = 0;
};

}  // namespace ficsearch
