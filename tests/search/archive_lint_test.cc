// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/archive_lint.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tags/family.h"

namespace ficsearch::search {
namespace {

// A spelling that only the archive knows; its label is its folded key.
BorneTag spelling(Facet facet, const std::string& fold, std::uint64_t works) {
  BorneTag tag;
  tag.facet = facet;
  tag.concept_id = std::string(to_string(facet)) + ":" + fold;
  tag.label = fold;
  tag.fold = fold;
  tag.works = works;
  return tag;
}

BorneTag concept_tag(const tags::Dictionary& dictionary, const std::string& id,
                     std::uint64_t works) {
  BorneTag tag;
  tag.ref = dictionary.find(id);
  REQUIRE(tag.ref);
  tag.facet = dictionary[*tag.ref].facet;
  tag.concept_id = id;
  tag.label = dictionary[*tag.ref].label();
  tag.works = works;
  return tag;
}

std::vector<std::string> found(std::vector<BorneTag> tags, const LintOptions& options = {}) {
  std::vector<std::string> lines;
  for (const LintFinding& finding : lint_archive(std::move(tags), test::family(), options))
    lines.push_back(finding.kind + " " + finding.a + (finding.b.empty() ? "" : " / " + finding.b) +
                    " " + std::to_string(finding.works.value_or(0)));
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("archive lint: spellings that nobody has mapped, the most borne first", "[search]") {
  CHECK(found({spelling(Facet::freeform, "slow burn", 3), spelling(Facet::trope, "campfire", 9)}) ==
        Lines{"unmapped_spelling campfire 9", "unmapped_spelling slow burn 3"});
}

TEST_CASE("archive lint: a spelling that is easily taken for a concept's", "[search]") {
  CHECK(found({spelling(Facet::freeform, "netorar", 4)}) ==
        Lines{"near_concept netorar / Netorare 4"});
}

TEST_CASE("archive lint: one spelling in several facets is named once", "[search]") {
  CHECK(
      found({spelling(Facet::character, "campfire", 5), spelling(Facet::fandom, "campfire", 2)}) ==
      Lines{"collision campfire / campfire 5", "unmapped_spelling campfire 5",
            "unmapped_spelling campfire 2"});
}

TEST_CASE("archive lint: a concept's name under another facet", "[search]") {
  CHECK(found({spelling(Facet::character, "netorare", 2)}) ==
        Lines{"collision netorare / Netorare 2"});
}

TEST_CASE("archive lint: a concept that works bear is no finding", "[search]") {
  const tags::Dictionary dictionary = test::family();
  CHECK(found({concept_tag(dictionary, "netorare", 7)}).empty());
  CHECK(found({}).empty());
}

TEST_CASE("archive lint: a spelling that names themes beside something else", "[search]") {
  CHECK(
      found({spelling(Facet::freeform, "ntr/netori", 3), spelling(Facet::freeform, "NTR、純愛", 2),
             spelling(Facet::freeform, "ＮＴＲ（main）", 1),
             spelling(Facet::trope, "ntr/ntr", 1)}) ==
      Lines{"compound_spelling ntr/netori / Netorare, Netori 3",
            "compound_spelling NTR、純愛 / Netorare 2",
            "compound_spelling ＮＴＲ（main） / Netorare 1",
            "compound_spelling ntr/ntr / Netorare 1"});
  // Names say who stands in a tag, and a stroke alone makes no compound.
  CHECK(found({spelling(Facet::author, "ntr/netori", 3)}).empty());
  CHECK(found({spelling(Facet::freeform, "campfire/songs", 2)}) ==
        Lines{"unmapped_spelling campfire/songs 2"});
}

TEST_CASE("archive lint: names of people, series and shelves are left alone", "[search]") {
  for (const Facet facet : {Facet::author, Facet::series, Facet::collection, Facet::language,
                            Facet::rating, Facet::status}) {
    CAPTURE(to_string(facet));
    CHECK(found({spelling(facet, "campfire", 9)}).empty());
  }
}

TEST_CASE("archive lint: spellings of one work, and those after the first, only on demand",
          "[search]") {
  LintOptions all;
  all.all = true;
  CHECK(found({spelling(Facet::freeform, "campfire", 1)}).empty());
  CHECK(found({spelling(Facet::freeform, "campfire", 1)}, all).size() == 1);

  std::vector<BorneTag> many;
  for (std::size_t i = 0; i < kMostUnmapped + 5; ++i)
    many.push_back(spelling(Facet::freeform, "campfire " + std::string(i + 1, 'z'), 2));
  CHECK(found(many).size() == kMostUnmapped);
  CHECK(found(many, all).size() == many.size());
}

}  // namespace
}  // namespace ficsearch::search
