// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/name_index.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>

#include "text/keys.h"

using namespace ficsearch;
using tags::Fit;
using tags::HeaviestFirst;
using tags::NameIndex;
using tags::TypedTag;

namespace {

constexpr unsigned kSeed = 20261122;

// Folded keys of few letters, so that many begin alike, of which some are kana and kanji.
std::vector<std::string> random_names(std::size_t count) {
  const std::vector<std::string> letters{"a", "b", " ", "カ", "ナ", "花", "火"};
  std::mt19937 random(kSeed);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name = "a";
    for (auto left = random() % 6; left > 0; --left) name += letters[random() % letters.size()];
    names.push_back(text::fold_key(name));
  }
  return names;
}

std::uint32_t weight_of(std::uint32_t owner) {
  return 1 + owner * 7919 % 1000;
}

std::vector<std::uint32_t> taken(HeaviestFirst& names) {
  std::vector<std::uint32_t> owners;
  while (names.most() != 0) owners.push_back(names.take());
  return owners;
}

// What a look at every name finds.
template <typename Accept>
std::set<std::uint32_t> scanned(const std::vector<std::string>& names, Accept accept) {
  std::set<std::uint32_t> owners;
  for (std::uint32_t owner = 0; owner < names.size(); ++owner)
    if (accept(names[owner])) owners.insert(owner);
  return owners;
}

}  // namespace

TEST_CASE("name index: runs give every name that begins so, the heaviest first", "[tags]") {
  const std::vector<std::string> names = random_names(3000);
  NameIndex index;
  for (std::uint32_t owner = 0; owner < names.size(); ++owner)
    index.add_writing(names[owner], owner);
  index.sort();
  index.weigh(weight_of);
  for (const std::string typed : {"a", "ab", "aカ", "a花", "abab", "b", "花"}) {
    CAPTURE(typed);
    HeaviestFirst runs;
    index.add_begun(TypedTag(typed), runs);
    const std::vector<std::uint32_t> owners = taken(runs);
    CHECK(std::is_sorted(owners.begin(), owners.end(), [](std::uint32_t a, std::uint32_t b) {
      return weight_of(a) > weight_of(b);
    }));
    CHECK(std::set<std::uint32_t>(owners.begin(), owners.end()) ==
          scanned(names, [&](const std::string& name) {
            return name.starts_with(TypedTag(typed).fold());
          }));
  }
}

TEST_CASE("name index: what stands within names is found without a look at all", "[tags]") {
  const std::vector<std::string> names = random_names(3000);
  NameIndex index;
  for (std::uint32_t owner = 0; owner < names.size(); ++owner)
    index.add_writing(names[owner], owner);
  index.sort();
  index.weigh(weight_of);
  for (const std::string typed : {"花", "火花", "カナ", "b花", "ナ火カ", "火火火火"}) {
    CAPTURE(typed);
    const auto holding = scanned(names, [&](const std::string& name) {
      return name.find(TypedTag(typed).fold(), 1) != std::string::npos;
    });
    std::set<std::uint32_t> visited;
    index.for_each_holding(TypedTag(typed), [&](std::uint32_t owner) { visited.insert(owner); });
    for (const std::uint32_t owner : holding) CHECK(visited.contains(owner));
    for (const std::uint32_t owner : visited)
      CHECK(names[owner].find(TypedTag(typed).fold()) != std::string::npos);
    HeaviestFirst runs;
    index.add_holding(TypedTag(typed), runs);
    const std::vector<std::uint32_t> owners = taken(runs);
    const std::set<std::uint32_t> found(owners.begin(), owners.end());
    for (const std::uint32_t owner : holding) CHECK(found.contains(owner));
  }
}
