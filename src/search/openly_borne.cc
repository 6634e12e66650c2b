// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/openly_borne.h"

#include <algorithm>
#include <optional>

#include "search/matching_works.h"
#include "search/set_query.h"
#include "search/tag_selection.h"
#include "store/xapian_guard.h"
#include "text/tokenizer.h"

namespace ficsearch::search {
namespace {

snapshot::DocBits works_left(const query::Plan& filters, const SearchRequest& request,
                             const TagSelector& selector, SetQuery& sets,
                             const BorneSources& sources) {
  MatchingWorks works(filters, request, sources.snapshot, sets);
  snapshot::DocBits left = works.positive(std::nullopt);
  works.exclude(left, tags_of_excludes(filters, selector, sources.exclude_lists));
  return left;
}

}  // namespace

std::vector<std::vector<std::string>> openly_borne(
    const std::vector<std::vector<std::string>>& lists, std::size_t limit,
    const query::Plan& filters, const BorneSources& sources) {
  std::vector<std::vector<std::string>> borne(lists.size());
  if (std::all_of(lists.begin(), lists.end(), [](const auto& names) { return names.empty(); }))
    return borne;
  return store::guarded(sources.reader.directory(), [&] {
    const TagSelector selector(sources.mentions.dictionary(), sources.reader.registry());
    text::Tokenizer tokenizer;
    const SearchRequest request;  // spoilers hidden, and every part
    SetQuery sets(
        {sources.reader, sources.snapshot, selector, sources.mentions, tokenizer, sources.deadline},
        request);
    const snapshot::DocBits left = works_left(filters, request, selector, sets, sources);
    for (std::size_t i = 0; i < lists.size(); ++i)
      for (const std::string& name : lists[i]) {
        if (borne[i].size() == limit) break;
        sources.deadline.check();
        const std::vector<store::TagId> tags =
            selector.select(query::WrittenTag{std::nullopt, name});
        if (sets.count_tags(left, tags, Side::include) != 0) borne[i].push_back(name);
      }
    return borne;
  });
}

}  // namespace ficsearch::search
