// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/archive_joins.h"
#include "engine/index_profiles.h"
#include "ficsearch/search.h"
#include "ficsearch/work.h"
#include "query/entry_list_cache.h"
#include "query/plan.h"
#include "search/exclude_list.h"
#include "search/exclusion_scan.h"
#include "search/facet_way.h"
#include "search/meaning_counter.h"
#include "snapshot/snapshot.h"
#include "store/reader.h"
#include "support/temporary_directory.h"
#include "tags/dictionary.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::test {

// An index on disk, with what is needed to change it between two searches.
class ArchiveOnDisk {
 public:
  std::filesystem::path directory() const { return folder_.path() / "index"; }
  // Adds or replaces works, in transactions of `batch_works`. Fails the test if one is refused.
  void put(const std::vector<Work>& works, std::size_t batch_works = 7) const;
  // One transaction.
  void remove(const std::set<std::string>& ids) const;
  // Pairs of spelling and concept, a line each; those that do not fit are left out.
  void add_spellings(const std::string& lines) const;

 private:
  TemporaryDirectory folder_;
};

// One commit of an index, answered in every way there is.
class TwinArchive {
 public:
  using Way = search::FacetWay;

  explicit TwinArchive(const std::filesystem::path& directory);

  const tags::Dictionary& dictionary() const noexcept { return *dictionary_; }
  query::Plan resolve(const SearchRequest& request);

  // Of the searches that follow.
  void set_deadline(const search::Deadline& deadline) { deadline_ = deadline; }

  // By Xapian's matcher alone.
  Reply plain(const query::Plan& plan, const SearchRequest& request);
  // By a snapshot that reads from the index what each search touches.
  Reply lazy(const query::Plan& plan, const SearchRequest& request);
  // By a snapshot that keeps everything in memory.
  Reply resident(const query::Plan& plan, const SearchRequest& request, Way way = Way::by_cost);

 private:
  // Lists that do not fit are worked out anew.
  static constexpr std::size_t kListBytes = 20'000;

  struct Opened {
    explicit Opened(const std::filesystem::path& directory);
    store::Reader reader;
    std::unique_ptr<snapshot::Snapshot> snapshot;
    search::ExcludeListCache exclude_lists{kListBytes};
  };
  Reply by_snapshot(Opened& opened, const query::Plan& plan, const SearchRequest& request, Way way);

  Opened lazy_;
  Opened resident_;
  std::shared_ptr<const tags::Dictionary> dictionary_;
  engine::ArchiveJoins joins_;
  engine::IndexProfiles profiles_{lazy_.reader};
  tags::MentionFinder mentions_;
  query::EntryListCache entry_lists_{kListBytes};
  text::Tokenizer tokenizer_;
  search::MeaningCounter counter_;
  search::ExclusionScan exclusion_scan_;
  search::Deadline deadline_;
};

// Ids of the hits, in order.
std::vector<std::string> ids_of(const Reply& reply);

// The ids of all pages that cursors lead through, by pages of `page_size()` works. Fails the test
// if a page but the last is not full, or a total changes.
std::vector<std::string> walked_ids(const std::function<Reply(const SearchRequest&)>& search,
                                    SearchRequest request,
                                    const std::function<std::size_t()>& page_size);

}  // namespace ficsearch::test
