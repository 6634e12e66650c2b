// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/chunked_list.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>
#include <vector>

using ficsearch::ChunkedList;

TEST_CASE("chunked list: it reads like the chunks one behind the other", "[base]") {
  rc::prop("any chunks, empty ones too", [](const std::vector<std::vector<int>>& chunks) {
    ChunkedList<int> list;
    std::vector<int> all;
    for (const std::vector<int>& chunk : chunks) {
      list.append(chunk);
      all.insert(all.end(), chunk.begin(), chunk.end());
    }
    RC_ASSERT(std::vector<int>(list.begin(), list.end()) == all);
    RC_ASSERT(list.size() == all.size());
    RC_ASSERT(list.empty() == all.empty());
    for (std::size_t i = 0; i < all.size(); ++i) RC_ASSERT(list[i] == all[i]);
    RC_ASSERT(list == ChunkedList<int>(all));
    all.push_back(0);
    RC_ASSERT(!(list == ChunkedList<int>(all)));
  });
}

TEST_CASE("chunked list: copies share their items", "[base]") {
  const ChunkedList<int> list({1, 2, 3});
  const ChunkedList<int> copy = list;
  CHECK(&copy[1] == &list[1]);
  CHECK(copy.front() == 1);
  CHECK(copy.back() == 3);
}
