// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "query/plan.h"
#include "store/registry.h"
#include "tags/dictionary.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::test {

// The slow obvious twin of every search: reads all works one by one and asks each what the plan
// says. It shares the plan with the engine (parsing and resolution have tables of their own) and
// nothing of Xapian.
class Scan {
 public:
  // Works in the order in which they were added. Both must outlive the scan.
  Scan(const std::vector<Work>& works, const tags::Dictionary& dictionary);

  // Ids of every match, in the order of the plan's value sort keys, ties by addition, last first.
  // Relevance is not computed: such a key is left out.
  std::vector<std::string> ids(const query::Plan& plan, const SearchRequest& request);
  // What a reply lists of a facet.
  std::vector<FacetCount> facet(const query::Plan& plan, const SearchRequest& request, Facet facet);
  // What a reply says of its excludes.
  Applied applied(const query::Plan& plan) const;

  // The work is deleted; what its tags spell is known all the same.
  void remove(const std::string& work_id);

 private:
  struct Borne {
    Facet facet;
    std::string written;
    std::string fold;
    std::uint8_t places;
    std::optional<store::TagJoin> join;  // what it means beyond its folded key
  };
  struct Piece {
    bool spoiler;
    bool title;
    bool tag;
    std::vector<text::Token> grams;
    std::vector<text::Token> words;
  };
  // A written form that the works bear or have borne.
  struct Form {
    Borne borne;
    std::uint64_t works = 0;
  };
  struct Entry {
    const Work* work;
    bool is_deleted = false;
    std::vector<Borne> borne;
    std::vector<Piece> header;
    std::vector<std::vector<text::Token>> authors;
    std::vector<std::vector<text::Token>> bodies;
  };

  bool holds(const query::PlanNode& node, const Entry& entry, bool excluding,
             const SearchRequest& request);
  void join_spellings();
  bool bears(const query::TagSet& set, const Borne& borne, bool excluding) const;
  std::string meaning_of(const Borne& borne) const;
  void collect_forms();
  bool covers(const query::PlanNode& node, const Borne& borne, bool excluding) const;
  std::vector<const Form*> forms_of(const query::PlanNode& node, bool excluding) const;
  using Written = std::set<std::pair<Facet, std::string>>;
  std::string label_of(const std::string& meaning, const Written& borne) const;
  std::set<std::string> meanings_in(const Entry& entry, Facet facet,
                                    const SearchRequest& request) const;
  bool is_below(tags::ConceptRef ref, tags::ConceptRef broad) const;
  std::vector<FacetCount> excluded_values(const query::Plan& plan, const SearchRequest& request,
                                          Facet facet);
  // The concepts that have a name with it, and all that is narrower.
  const query::TagSet& concepts_with(const query::TagPrefix& prefix) const;
  bool bears_prefix(const query::TagPrefix& prefix, const Borne& borne, bool excluding) const;
  bool says(const query::TextPhrase& phrase, const Entry& entry, bool spoilers);
  bool names(const query::Mentioned& mentioned, const Work& work) const;
  bool matches(const query::Plan& plan, const Entry& entry, const SearchRequest& request,
               std::optional<Facet> without_includes, const query::Entry* lifted = nullptr);

  const tags::Dictionary& dictionary_;
  tags::MentionFinder finder_;
  std::vector<std::pair<std::string, tags::ConceptRef>> alias_folds_;
  mutable std::map<std::pair<std::optional<Facet>, std::string>, query::TagSet> prefixes_;
  text::Tokenizer tokenizer_;
  std::vector<Entry> entries_;
  std::vector<Form> forms_;  // in the order in which they were seen first
};

}  // namespace ficsearch::test
