// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/prepare_profiles.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "engine/unix_time.h"
#include "ficsearch/error.h"
#include "ficsearch/search.h"
#include "query/plan.h"
#include "search/exclude_list.h"
#include "search/snapshot_search.h"
#include "search/tag_selection.h"
#include "store/xapian_guard.h"
#include "text/tokenizer.h"

namespace ficsearch::engine {
namespace {

// Of the bound of all caches, of which lists have a small share: for an entry that is resolved and
// what it means here.
constexpr std::size_t kBytesOfEntry = 6000;

class Preparation {
 public:
  explicit Preparation(OpenCommit& commit) : commit_(commit) {}

  void run() {
    if (commit_.profiles().enforced()) {
      SearchRequest request;
      request.without_profile = true;
      prepare(std::move(request));
    }
    std::vector<std::string> names = commit_.reader().profile_names();
    std::stable_partition(names.begin(), names.end(),
                          [](const std::string& name) { return name == kDefaultProfile; });
    for (const std::string& name : names) {
      const auto profile = commit_.profiles().named(name);
      if (!has_room_for(profile->exclude.size())) return;
      SearchRequest request;
      request.profile = name;
      prepare(std::move(request));
    }
  }

 private:
  // More would push out what was prepared first.
  bool has_room_for(std::size_t more) const {
    return entries_ + more <= commit_.cache_bytes() / kBytesOfEntry;
  }

  // By a search that wants no hits.
  void prepare(SearchRequest request) {
    request.limit = 0;
    try {
      const search::RegistryTags known = commit_.known_tags();
      const query::Plan plan =
          query::resolve(request, {commit_.dictionary(), known, commit_.profiles(),
                                   seconds_since_1970(), commit_.entry_lists()});
      entries_ += plan.exclude.size();
      search::snapshot_search(plan, request,
                              {.reader = commit_.reader(),
                               .snapshot = commit_.snapshot(),
                               .mentions = commit_.tags_impl().mentions,
                               .tokenizer = tokenizer_,
                               .counter = counter_,
                               .exclusion_scan = exclusion_scan_,
                               .deadline = {},
                               .exclude_lists = commit_.exclude_lists()},
                              [](Hit&&) {});
      // The hits of the next one are held against what its lists mean.
      const search::TagSelector selector(commit_.dictionary(), commit_.reader().registry());
      const auto& table = commit_.snapshot().resident()->meanings;
      const search::ExcludedTags excluded =
          search::tags_of_excludes(plan, selector, commit_.exclude_lists());
      for (const search::ExcludedTags::Shared& list : excluded.lists()) list->meanings(table);
    } catch (const Error&) {
      // Whoever searches with it hears what is wrong with it.
    }
  }

  OpenCommit& commit_;
  std::size_t entries_ = 0;
  text::Tokenizer tokenizer_;
  search::MeaningCounter counter_;
  search::ExclusionScan exclusion_scan_;
};

}  // namespace

void prepare_profiles(OpenCommit& commit) {
  if (commit.reader().is_sharded()) return;
  store::guarded(commit.reader().directory(), [&] { Preparation(commit).run(); });
}

}  // namespace ficsearch::engine
