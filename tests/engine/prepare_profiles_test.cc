// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/prepare_profiles.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "engine/open_commit.h"
#include "ficsearch/index.h"
#include "ficsearch/profile.h"
#include "search/exclude_list.h"
#include "search/tag_selection.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

constexpr std::size_t kCacheBytes = 3 << 20;

class Shelf {
 public:
  Shelf() {
    const std::filesystem::path dump = folder_.path() / "works.jsonl";
    std::ofstream out(dump);
    out << R"({"id":"w1","title":"One","tags":["netorare"]})" << '\n'
        << R"({"id":"w2","title":"Two","tags":["slow burn"]})" << '\n';
    for (std::size_t i = 0; i <= search::kMaxPrefixTags; ++i)
      out << R"({"id":")" << i << R"(","title":"Three","tags":["lantern )" << i << R"("]})" << '\n';
    out.close();
    Index::import(directory(), {dump.string()}, {});
  }

  std::filesystem::path directory() const { return folder_.path() / "index"; }

  void save(const std::string& name, std::size_t entries, const std::string& first) const {
    Profile profile;
    profile.exclude.push_back(parse_filter_item(first));
    while (profile.exclude.size() < entries)
      profile.exclude.push_back(
          parse_filter_item("trope:" + first + " " + std::to_string(profile.exclude.size())));
    set_profile(directory(), name, profile);
  }

 private:
  test::TemporaryDirectory folder_;
};

// Whether a first search with the profile finds its list worked out.
bool is_ready(engine::OpenCommit& commit, const std::string& name) {
  SearchRequest request;
  request.profile = name;
  const search::RegistryTags known = commit.known_tags();
  const auto lists = [&] {
    return query::resolve(request,
                          {commit.dictionary(), known, commit.profiles(), 0, commit.entry_lists()})
        .exclude;
  };
  const std::size_t before = commit.exclude_lists()->bytes();
  const search::TagSelector selector(commit.dictionary(), commit.reader().registry());
  const auto list = commit.exclude_lists()->get(lists().chunks().front(), selector);
  CHECK(list->number != 0);
  return commit.exclude_lists()->bytes() == before;
}

}  // namespace

TEST_CASE("prepare profiles: the first search with a profile finds it worked out", "[profiles]") {
  const Shelf shelf;
  shelf.save("default", 1, "netorare");
  shelf.save("mine", 40, "slow burn");
  engine::OpenCommit commit(shelf.directory(), kCacheBytes);
  commit.make_resident();
  SECTION("prepared") {
    engine::prepare_profiles(commit);
    CHECK(is_ready(commit, "default"));
    CHECK(is_ready(commit, "mine"));
  }
  SECTION("not prepared") {
    CHECK_FALSE(is_ready(commit, "mine"));
    CHECK(is_ready(commit, "mine"));
  }
}

TEST_CASE("prepare profiles: the default one comes first, and no more than there is room for",
          "[profiles]") {
  const Shelf shelf;
  shelf.save("a", 400, "slow burn");
  shelf.save("default", 400, "netorare");
  engine::OpenCommit commit(shelf.directory(), kCacheBytes);
  commit.make_resident();
  engine::prepare_profiles(commit);
  CHECK(is_ready(commit, "default"));
  CHECK_FALSE(is_ready(commit, "a"));
}

TEST_CASE("prepare profiles: a profile that no search can use does not stop the others",
          "[profiles]") {
  const Shelf shelf;
  shelf.save("default", 1, "lantern*");  // more tags than a prefix may have
  shelf.save("mine", 40, "slow burn");
  engine::OpenCommit commit(shelf.directory(), kCacheBytes);
  commit.make_resident();
  engine::prepare_profiles(commit);
  CHECK(is_ready(commit, "mine"));
}
