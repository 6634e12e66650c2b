// SPDX-License-Identifier: GPL-3.0-or-later
// Names that are proposed for a tag that nobody knows: from a resident snapshot and from the index
// they must be those that a look at every name and a search for each finds. FICSEARCH_SEED=N
// replays one archive.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "engine/open_commit.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "ficsearch/text.h"
#include "query/plan.h"
#include "support/random_archive.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr std::size_t kWorks = 40;
constexpr std::size_t kRequests = 12;
constexpr std::uint64_t kArchives = 6;
constexpr std::size_t kLimit = 3;

using NameLists = std::vector<std::vector<std::string>>;

void import(const std::filesystem::path& directory, const std::vector<Work>& works) {
  const std::filesystem::path dump = directory / "works.jsonl";
  {
    std::ofstream out(dump);
    for (const Work& work : works) out << to_json(work) << '\n';
  }
  REQUIRE(Index::import(directory / "index", {dump.string()}, {}).added == works.size());
}

std::vector<std::string> every_written(const engine::OpenCommit& commit) {
  std::vector<std::string> written;
  commit.reader().registry().for_each(
      [&](const store::TagEntry& entry) { written.push_back(entry.written); });
  return written;
}

// Some names of the archive with slips of the keyboard.
std::vector<std::string> misspelt(const std::vector<std::string>& written,
                                  test::RandomArchive& random) {
  std::vector<std::string> texts;
  while (texts.size() < 3) {
    std::string text = written[random.below(written.size())];
    if (random.one_in(2)) text += "z";
    if (random.one_in(2)) text = "q" + text;
    if (random.one_in(4)) text += written[random.below(written.size())];
    texts.push_back(std::move(text));
  }
  return texts;
}

// What holds whatever is looked for.
SearchRequest filters_only(SearchRequest request) {
  SearchRequest filters;
  filters.exclude = request.exclude;
  filters.max_rating = request.max_rating;
  filters.languages = request.languages;
  filters.limit = 0;
  return filters;
}

std::vector<std::string> expected(const std::string& text, const std::vector<std::string>& written,
                                  SearchRequest request, Index& index) {
  std::vector<std::string> borne;
  for (const std::string& name : nearest_names(text, written, 4 * kLimit)) {
    request.include = {FilterItem{.facet = {}, .value = name, .match = Match::written}};
    if (borne.size() < kLimit && index.search(request).total.value != 0) borne.push_back(name);
  }
  return borne;
}

void compare_archive(std::uint64_t seed) {
  const test::TemporaryDirectory folder;
  test::RandomArchive random(seed);
  import(folder.path(), random.works(kWorks));
  const std::filesystem::path directory = folder.path() / "index";
  Index index = Index::open(directory);
  engine::OpenCommit commit(directory, 1 << 20);
  const std::vector<std::string> written = every_written(commit);
  for (std::size_t i = 0; i < 2 * kRequests; ++i) {
    if (i == kRequests) commit.make_resident();
    const SearchRequest request = filters_only(random.request());
    const std::vector<std::string> texts = misspelt(written, random);
    CAPTURE(seed, i, texts, request.exclude.size());
    const search::RegistryTags known = commit.known_tags();
    const query::Plan filters =
        query::resolve(request, {commit.dictionary(), known, commit.profiles(), 0});
    const NameLists nearest = known.nearest(texts, kLimit, filters);
    REQUIRE(nearest.size() == texts.size());
    for (std::size_t text = 0; text < texts.size(); ++text)
      CHECK(nearest[text] == expected(texts[text], written, request, index));
  }
}

}  // namespace

TEST_CASE("did you mean: the names that a look at all of them finds", "[engine][oracle]") {
  const char* seed = std::getenv("FICSEARCH_SEED");
  const std::uint64_t first = seed != nullptr ? std::strtoull(seed, nullptr, 10) : 1;
  const std::uint64_t count = seed != nullptr ? 1 : kArchives;
  for (std::uint64_t each = first; each < first + count; ++each) compare_archive(each);
}
