// SPDX-License-Identifier: GPL-3.0-or-later
// Cursors are followed while an index changes between the pages.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "ficsearch/index.h"
#include "oracle/twin_archive.h"
#include "support/random_archive.h"

using namespace ficsearch;
using test::ids_of;

namespace {

// An index that changes, and what has become of its works since they were first put.
class ChangingIndex {
 public:
  explicit ChangingIndex(std::uint64_t seed) : random_(seed) {
    const std::vector<Work> works = random_.works(40);
    disk_.put(works);
    for (const Work& work : works) works_.emplace(work.id, work);
  }

  std::filesystem::path directory() const { return disk_.directory(); }
  std::size_t below(std::size_t bound) { return random_.below(bound); }
  // Whether a work stood at one place all the time.
  bool stayed(const std::string& id) const { return works_.contains(id) && !moved_.contains(id); }

  // One commit or a few; `shown` are the ids shown so far, which are the likeliest to change.
  void change(const std::vector<std::string>& shown) {
    std::vector<Work> put;
    if (random_.one_in(2)) put.push_back(new_work());
    if (random_.one_in(2)) put.push_back(moved(any_id(shown)));
    if (random_.one_in(3)) put.push_back(retold(any_id(shown)));
    if (random_.one_in(6)) put.push_back(moved(any_id({})));
    disk_.put(put);
    for (const Work& work : put) works_.insert_or_assign(work.id, work);
    if (random_.one_in(2)) remove(any_id(shown));
  }

 private:
  std::string any_id(const std::vector<std::string>& shown) {
    if (!shown.empty() && !random_.one_in(4))
      return shown[shown.size() - 1 - random_.below(std::min<std::size_t>(shown.size(), 3))];
    auto any = works_.begin();
    std::advance(any, random_.below(works_.size()));
    return any->first;
  }

  Work new_work() {
    Work work = random_.works(1).front();
    work.id = "new" + std::to_string(++added_);
    return work;
  }
  // Another work under the same id; if that was deleted, it is added again.
  Work moved(const std::string& id) {
    moved_.insert(id);
    Work work = random_.works(1).front();
    work.id = id;
    return work;
  }
  // The same place, but another record.
  Work retold(const std::string& id) {
    const auto known = works_.find(id);
    if (known == works_.end()) return moved(id);
    Work work = known->second;
    work.url += "x";
    return work;
  }
  void remove(const std::string& id) {
    if (works_.size() < 20 || works_.erase(id) == 0) return;
    moved_.insert(id);
    disk_.remove({id});
  }

  test::RandomArchive random_;
  test::ArchiveOnDisk disk_;
  std::map<std::string, Work> works_;  // by id, those of now
  std::set<std::string> moved_;        // or deleted, ever
  int added_ = 0;
};

SearchRequest sorted_by(const std::string& sort) {
  SearchRequest request;
  request.exclude = {parse_filter_item("netorare")};
  for (std::size_t begin = 0; begin < sort.size();) {
    const std::size_t end = std::min(sort.find(' ', begin), sort.size());
    request.sort.push_back(parse_sort_key(sort.substr(begin, end - begin)));
    begin = end + 1;
  }
  return request;
}

const std::vector<std::string> kSorts{"updated",
                                      "updated:asc",
                                      "published",
                                      "published:asc",
                                      "words",
                                      "words:asc",
                                      "kudos",
                                      "kudos:asc",
                                      "hits",
                                      "hits:asc",
                                      "comments",
                                      "comments:asc",
                                      "bookmarks",
                                      "bookmarks:asc",
                                      "rating",
                                      "rating:asc",
                                      "title",
                                      "title:asc",
                                      "rating words:asc",
                                      "hits title kudos:asc"};

struct Walk {
  explicit Walk(const std::string& by) : sort(by), request(sorted_by(by)) {}

  void take_page(Index& opened, std::size_t limit) {
    request.limit = limit;
    const Reply reply = opened.search(request);
    const std::vector<std::string> page = ids_of(reply);
    shown.insert(shown.end(), page.begin(), page.end());
    request.cursor = reply.next_cursor;
    is_over = request.cursor.empty();
  }

  std::string sort;
  SearchRequest request;
  std::vector<std::string> before;  // the whole order, as it was at first
  std::vector<std::string> shown;
  bool is_over = false;
};

void check(const Walk& walk, const ChangingIndex& index) {
  CAPTURE(walk.sort);
  const std::set<std::string> known(walk.before.begin(), walk.before.end());
  std::vector<std::string> expected;
  for (const std::string& id : walk.before)
    if (index.stayed(id)) expected.push_back(id);
  std::vector<std::string> stayed;
  std::set<std::string> added;
  for (const std::string& id : walk.shown) {
    if (!index.stayed(id)) continue;
    if (known.contains(id))
      stayed.push_back(id);
    else
      CHECK(added.insert(id).second);
  }
  CHECK(stayed == expected);
}

}  // namespace

TEST_CASE("cursors: what was there throughout is shown once, in order", "[oracle]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    CAPTURE(seed);
    ChangingIndex index(seed);
    Index opened = Index::open(index.directory());
    if (seed % 2 == 0) opened.warm();  // the commits that follow are read lazily
    std::vector<Walk> walks(kSorts.begin(), kSorts.end());
    for (Walk& walk : walks) {
      walk.request.limit = std::nullopt;
      walk.before = ids_of(opened.search(walk.request));
    }
    // All walks at once: a commit between two pages of one is one of every other.
    for (std::size_t left = walks.size(); left > 0;) {
      for (Walk& walk : walks)
        if (!walk.is_over) walk.take_page(opened, 1 + index.below(5));
      left = static_cast<std::size_t>(std::count_if(
          walks.begin(), walks.end(), [](const Walk& walk) { return !walk.is_over; }));
      index.change(walks[index.below(walks.size())].shown);
    }
    for (const Walk& walk : walks) check(walk, index);
  }
}

TEST_CASE("cursors: by relevance nothing that a cursor names is shown again", "[oracle]") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    CAPTURE(seed);
    ChangingIndex index(seed);
    Index opened = Index::open(index.directory());
    SearchRequest request;
    request.query = "dragon OR netori OR 魔王 OR burn";
    std::string last;
    do {
      request.limit = 3;
      const Reply reply = opened.search(request);
      for (const Hit& hit : reply.hits) CHECK(hit.id != last);
      if (!reply.hits.empty()) last = reply.hits.back().id;
      request.cursor = reply.next_cursor;
      if (!request.cursor.empty()) index.change({});
    } while (!request.cursor.empty());
  }
}
