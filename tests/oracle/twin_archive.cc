// SPDX-License-Identifier: GPL-3.0-or-later
#include "oracle/twin_archive.h"

#include <xapian.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/vocabulary.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "ficsearch/vocabulary.h"
#include "search/known_tags.h"
#include "search/openly_borne.h"
#include "search/plain_search.h"
#include "search/snapshot_search.h"
#include "store/terms.h"
#include "text/keys.h"

namespace ficsearch::test {
namespace {

// Sets that do not fit are worked out anew: few enough for some to go all the time.
constexpr std::size_t kCacheBytes = 8000;

template <typename Search>
Reply collected(Search search) {
  std::vector<Hit> hits;
  Reply reply = search([&](Hit&& hit) { hits.push_back(std::move(hit)); });
  reply.hits = std::move(hits);
  return reply;
}

}  // namespace

void ArchiveOnDisk::put(const std::vector<Work>& works, std::size_t batch_works) const {
  const std::filesystem::path dump = folder_.path() / "works.jsonl";
  {
    std::ofstream out(dump);
    for (const Work& work : works) out << to_json(work) << '\n';
  }
  ImportOptions options;
  options.format = Format::jsonl;  // of no works, too
  options.batch_works = batch_works;
  options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
  REQUIRE(Index::import(directory(), {dump.string()}, options).imported() == works.size());
}

void ArchiveOnDisk::remove(const std::set<std::string>& ids) const {
  Xapian::WritableDatabase database(directory().string(), Xapian::DB_OPEN);
  database.begin_transaction();
  for (const std::string& id : ids) database.delete_document(store::terms::of_work(id));
  database.commit_transaction();
}

void ArchiveOnDisk::add_spellings(const std::string& lines) const {
  const std::filesystem::path source = folder_.path() / "spellings.tsv";
  std::ofstream(source) << lines;
  import_vocabulary(directory(), {source.string()}, {.format = VocabularyFormat::aliases});
}

TwinArchive::Opened::Opened(const std::filesystem::path& directory)
    : reader(directory, text::normalizer_version()) {}

TwinArchive::TwinArchive(const std::filesystem::path& directory)
    : lazy_(directory),
      resident_(directory),
      dictionary_(engine::dictionary_with(lazy_.reader.vocabulary())),
      joins_(dictionary_),
      mentions_(dictionary_) {
  for (Opened* opened : {&lazy_, &resident_}) {
    joins_.bring_up_to_date(opened->reader);
    opened->snapshot = std::make_unique<snapshot::Snapshot>(
        opened->reader, dictionary_, snapshot::CacheBytes{kCacheBytes, kCacheBytes});
  }
  const auto& kept = resident_.snapshot->make_resident(resident_.reader);
  resident_.reader.use_image(kept.image);
  resident_.reader.use_joins(kept.joins);
  resident_.snapshot->text().load_commonest(resident_.reader.database());
}

query::Plan TwinArchive::resolve(const SearchRequest& request) {
  const store::TagRegistry& registry = lazy_.reader.registry();
  const search::RegistryTags known(
      registry, *dictionary_,
      [&](std::optional<Facet> facet, std::string_view written) {
        return joins_.meaning_of(registry, facet, written);
      },
      [&](const search::RegistryTags::NameLists& names, std::size_t limit,
          const query::Plan& filters) {
        return search::openly_borne(names, limit, filters,
                                    {lazy_.reader, *lazy_.snapshot, mentions_, deadline_});
      },
      nullptr, deadline_);
  const query::ResolveContext context{*dictionary_, known, profiles_, 0, &entry_lists_};
  const query::Plan plan = query::resolve(request, context);
  // The second time its lists are kept, the third time they are found.
  query::resolve(request, context);
  query::Plan known_plan = query::resolve(request, context);
  REQUIRE(known_plan == plan);
  return known_plan;
}

Reply TwinArchive::plain(const query::Plan& plan, const SearchRequest& request) {
  return collected([&](const auto& sink) {
    return search::plain_search(plan, request, {lazy_.reader, mentions_, tokenizer_, deadline_},
                                sink);
  });
}

Reply TwinArchive::lazy(const query::Plan& plan, const SearchRequest& request) {
  return by_snapshot(lazy_, plan, request, Way::by_cost);
}

Reply TwinArchive::resident(const query::Plan& plan, const SearchRequest& request, Way way) {
  return by_snapshot(resident_, plan, request, way);
}

Reply TwinArchive::by_snapshot(Opened& opened, const query::Plan& plan,
                               const SearchRequest& request, Way way) {
  return collected([&](const auto& sink) {
    return search::snapshot_search(
        plan, request,
        {opened.reader, *opened.snapshot, mentions_, tokenizer_, counter_, exclusion_scan_,
         deadline_, way, nullptr, &opened.exclude_lists},
        sink);
  });
}

std::vector<std::string> ids_of(const Reply& reply) {
  std::vector<std::string> ids;
  for (const Hit& hit : reply.hits) ids.push_back(hit.id);
  return ids;
}

std::vector<std::string> walked_ids(const std::function<Reply(const SearchRequest&)>& search,
                                    SearchRequest request,
                                    const std::function<std::size_t()>& page_size) {
  request.facets.clear();
  request.offset = 0;
  request.cursor.clear();
  std::vector<std::string> ids;
  std::optional<std::uint64_t> total;
  do {
    request.limit = page_size();
    const Reply reply = search(request);
    REQUIRE(reply.total.value == total.value_or(reply.total.value));
    total = reply.total.value;
    const std::vector<std::string> page = ids_of(reply);
    ids.insert(ids.end(), page.begin(), page.end());
    request.cursor = reply.next_cursor;
    if (!request.cursor.empty()) REQUIRE(page.size() == *request.limit);
  } while (!request.cursor.empty());
  return ids;
}

}  // namespace ficsearch::test
