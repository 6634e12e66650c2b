// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "ficsearch/facet.h"
#include "ficsearch/search.h"
#include "query/excluded_concepts.h"
#include "query/plan.h"

namespace ficsearch::query {

// A tag that the dictionary does not know, and what becomes of its entry.
enum class Effect : std::uint8_t {
  finds,           // works that bear the spelling
  leaves_out,      // works that bear the spelling
  leaves_out_text  // works with that text in tags, title or summary, if none bears the spelling
};
struct UnknownTag {
  std::string input;  // the entry
  std::string text;   // its tag
  std::optional<Facet> facet;
  std::string fold_key;
  bool borne = false;  // the archive bears it
  Effect effect = Effect::finds;
};

// What a reader should know about the tag of one entry: a warning, or that nobody knows the tag,
// where the warning depends on how many of those there are.
using TagNotice = std::variant<Warning, UnknownTag>;

// That the dictionary does not know a tag; nothing for names that it need not know, such as
// authors, if the archive bears them.
std::optional<TagNotice> notice_of_unknown(UnknownTag tag);
// What an entry can mean that can mean several things.
Warning warning_of_ambiguous(const std::string& input, const std::vector<std::string>& candidates,
                             Effect effect);

// Collects what a reader should know about the tags of a request, in the order of its entries.
//
// Suggestions cost a look at every name of dictionary and registry, so only the first kMaxSuggested
// entries that neither knows get them, and the others say so. They are for people: nothing here
// changes what is searched. What filters leave out is not suggested.
class TagWarnings {
 public:
  static constexpr std::size_t kMaxSuggested = 5;

  explicit TagWarnings(const ResolveContext& context) : context_(context) {}

  void add(TagNotice notice) { notices_.push_back(std::move(notice)); }

  // Whether the filters matter.
  bool has_unknown() const;
  // `filters`: a plan of what holds whatever is looked for: excludes, rating limits, languages.
  std::vector<Warning> take(const Plan& filters);

 private:
  std::vector<std::vector<std::string>> nearest_borne(const Plan& filters) const;
  std::vector<std::string> nearest(const UnknownTag& tag, const std::vector<std::string>& borne,
                                   const ExcludedConcepts& excluded) const;

  const ResolveContext& context_;
  std::vector<TagNotice> notices_;
};

}  // namespace ficsearch::query
