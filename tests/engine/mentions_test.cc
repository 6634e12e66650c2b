// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

Work work_of(const std::string& id, const std::string& title, const std::string& summary) {
  Work work;
  work.id = id;
  work.title = title;
  work.summary = summary;
  return work;
}

Index index_of(const std::filesystem::path& directory, const std::vector<Work>& works) {
  const std::filesystem::path dump = directory / "works.jsonl";
  {
    std::ofstream out(dump);
    for (const Work& work : works) out << to_json(work) << '\n';
  }
  Index::import(directory / "index", {dump.string()}, {});
  return Index::open(directory / "index");
}

std::vector<Work> works() {
  std::vector<Work> works{
      work_of("plain", "夏の手紙", "寝取られから始まる物語。"),
      work_of("warned", "Letters", "Warning: NTR, angst."),
      work_of("denied", "純愛の国", "NTRなし。ふたりだけの物語。"),
      work_of("doubtful", "Two Roads", "Mostly no NTR."),
      work_of("censored", "秘密", "寝〇られ注意"),
      work_of("dotted", "N.T.R", ""),
      work_of("country", "Country", "An entry fee."),
      work_of("sibling", "寝取り", ""),
  };
  works.push_back(work_of("other title", "Rain", ""));
  works.back().titles = {{"ja", {"雨のネトラレ"}}};
  works.push_back(work_of("tagged", "Tagged", "no NTR"));
  works.back().tags = {{Facet::freeform, "NTR"}};
  return works;
}

std::vector<std::string> left_by(Index& index, Mentions mentions) {
  SearchRequest request;
  request.exclude = {{std::nullopt, "NTR"}};
  request.sort = {parse_sort_key("kudos")};
  request.facets = {Facet::trope};
  request.mentions = mentions;
  const Reply reply = index.search(request);
  CHECK(reply.total.value == reply.hits.size());
  std::vector<std::string> ids;
  for (const Hit& hit : reply.hits) ids.push_back(hit.id);
  return ids;
}

}  // namespace

TEST_CASE("mentions: they exclude only if asked for, and not what is denied", "[engine]") {
  const test::TemporaryDirectory directory;
  Index index = index_of(directory.path(), works());
  CHECK(left_by(index, Mentions::exclude) ==
        std::vector<std::string>{"sibling", "country", "denied"});
  CHECK(left_by(index, Mentions::ignore) ==
        std::vector<std::string>{"other title", "sibling", "country", "dotted", "censored",
                                 "doubtful", "denied", "warned", "plain"});
}

TEST_CASE("mentions: a broader exclusion covers what narrower concepts are named", "[engine]") {
  const test::TemporaryDirectory directory;
  Index index = index_of(directory.path(), works());
  SearchRequest request;
  request.exclude = {{std::nullopt, "partner-taking"}};
  request.mentions = Mentions::exclude;
  CHECK(index.search(request).total.value == 2);  // country and denied
}

TEST_CASE("mentions: the evidence of a work tells field, concept and polarity", "[engine]") {
  const test::TemporaryDirectory directory;
  Index index = index_of(directory.path(), {work_of("w", "A", "B")});
  Work work = work_of("w", "NTR", "寝取りなし");
  work.titles = {{"en", {"NTR", "no netorase"}}};
  work.tags = {
      {Facet::freeform, "ハーレム"}, {Facet::freeform, "BLなし"}, {Facet::freeform, "催眠あり", 2}};
  std::vector<std::string> told;
  for (const Evidence& found : index.evidence(work))
    if (!found.concept_id.starts_with("no-"))
      told.push_back(found.field + " " + found.concept_id + " " +
                     std::string(to_string(found.polarity)) + " " + found.text);
  CHECK(told ==
        std::vector<std::string>{"title netorare plain NTR", "titles netorase absent netorase",
                                 "summary netori absent 寝取り", "tags boys-love absent BL"});
}
