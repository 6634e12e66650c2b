// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/delete.h"

#include <set>
#include <utility>

#include "engine/existing_index.h"
#include "engine/open_commit.h"
#include "engine/unix_time.h"
#include "ficsearch/error.h"
#include "query/plan.h"
#include "search/snapshot_search.h"
#include "store/writer.h"
#include "text/keys.h"
#include "text/tokenizer.h"

namespace ficsearch {
namespace {

std::vector<std::string> matching(const std::filesystem::path& directory, SearchRequest request) {
  engine::OpenCommit commit(directory, 0);
  const search::RegistryTags known = commit.known_tags();
  const query::NoProfiles none;
  request.facets.clear();
  request.fields = {"id"};
  request.limit = std::nullopt;
  request.offset = 0;
  request.cursor.clear();
  const query::Plan plan =
      query::resolve(request, {commit.dictionary(), known, none, engine::seconds_since_1970()});
  if (plan.require.empty() && plan.include.empty() && plan.exclude.empty())
    throw Error(ErrorCode::empty_filter, "a query that asks for nothing would delete every work",
                {}, "to begin anew, make a new index");
  std::vector<std::string> ids;
  text::Tokenizer tokenizer;
  search::MeaningCounter counter;
  search::ExclusionScan exclusion_scan;
  search::snapshot_search(plan, request,
                          {commit.reader(), commit.snapshot(), commit.tags_impl().mentions,
                           tokenizer, counter, exclusion_scan, search::Deadline()},
                          [&](Hit&& hit) { ids.push_back(std::move(hit.id)); });
  return ids;
}

DeleteReport deleted(store::Writer& writer, const std::vector<std::string>& ids) {
  DeleteReport report;
  std::set<std::string_view> seen;
  writer.begin();
  for (const std::string& id : ids) {
    if (!seen.insert(id).second) continue;
    if (writer.remove(id))
      ++report.deleted;
    else
      report.missing.push_back(id);
  }
  writer.commit();
  return report;
}

}  // namespace

DeleteReport delete_works(const std::filesystem::path& directory,
                          const std::vector<std::string>& ids) {
  store::Writer writer(engine::existing_index(directory), text::normalizer_version());
  return deleted(writer, ids);
}

DeleteReport delete_matching(const std::filesystem::path& directory, const SearchRequest& request,
                             const std::function<bool(std::uint64_t works)>& confirm) {
  store::Writer writer(engine::existing_index(directory), text::normalizer_version());
  const std::vector<std::string> ids = matching(directory, request);
  if (!confirm(ids.size())) return {};
  return deleted(writer, ids);
}

}  // namespace ficsearch
