// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/labels.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "store/slots.h"

using namespace ficsearch;
using index::Label;
using index::labels_of;

namespace {

const Label& label(const std::vector<Label>& labels, Facet facet, const std::string& written) {
  const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& candidate) {
    return candidate.facet == facet && candidate.written == written;
  });
  if (found == labels.end()) throw std::runtime_error("no label " + written);
  return *found;
}

}  // namespace

TEST_CASE("labels: a tag is one label wherever the work says it", "[index]") {
  Work work;
  work.tags = {{Facet::freeform, "NTR", 0, 1}};
  work.parts = {{"r1", "route", "", "", {{Facet::freeform, "NTR", 2, 3}}, false}};
  const std::vector<Label> labels = labels_of(work);
  const Label& ntr = label(labels, Facet::freeform, "NTR");
  CHECK(ntr.places == (store::kOpenInMain | store::kSpoilerInSide));
  CHECK(ntr.strength == 3);
  CHECK(std::count_if(labels.begin(), labels.end(),
                      [](const Label& l) { return l.written == "NTR"; }) == 1);
}

TEST_CASE("labels: written forms that only look alike stay apart", "[index]") {
  Work work;
  work.tags = {
      {Facet::freeform, "NTR", 0, 0}, {Facet::freeform, "ntr", 0, 0}, {Facet::trope, "NTR", 0, 0}};
  CHECK(labels_of(work).size() == 4);  // and the rating
}

TEST_CASE("labels: authors, series, collections and codes are facets", "[index]") {
  Work work;
  work.authors = {"森 彩"};
  work.series = {"Halcyon"};
  work.collections = {"Winter"};
  work.language = "ja";
  work.status = "complete";
  work.medium = "web-novel";
  work.rating = "Teen";
  const std::vector<Label> labels = labels_of(work);
  for (const auto& [facet, written] :
       std::vector<std::pair<Facet, std::string>>{{Facet::author, "森 彩"},
                                                  {Facet::series, "Halcyon"},
                                                  {Facet::collection, "Winter"},
                                                  {Facet::language, "ja"},
                                                  {Facet::status, "complete"},
                                                  {Facet::medium, "web-novel"},
                                                  {Facet::rating, "teen"}})
    CHECK(label(labels, facet, written).places == store::kOpenInMain);
}

TEST_CASE("labels: a rating that nobody knows is unrated", "[index]") {
  Work work;
  work.rating = "PG-13";
  CHECK_NOTHROW(label(labels_of(work), Facet::rating, "unrated"));
}
