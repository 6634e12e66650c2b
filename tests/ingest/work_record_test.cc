// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/work_record.h"

#include <catch2/catch.hpp>

#include "ingest/sources.h"
#include "support/rows.h"

using namespace ficsearch;
using test::read_work;

namespace {

std::string to_string(const std::vector<Tag>& tags) {
  std::string text;
  for (const Tag& tag : tags) {
    if (!text.empty()) text += ' ';
    text.append(to_string(tag.facet)).append(":").append(tag.name);
    if (tag.spoiler != 0 || tag.strength != 0)
      text += "(spoiler " + std::to_string(tag.spoiler) + ", strength " +
              std::to_string(tag.strength) + ")";
  }
  return text;
}

}  // namespace

TEST_CASE("work record: tags come by facet or as a list", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/tags.tsv")) DYNAMIC_SECTION(row["why"]) {
      const Work work = read_work(R"({"id":"w1","title":"A","tags":)" + row["tags"] +
                                  R"(,"parts":[{"tags":)" + row["tags"] + "}]}");
      CHECK(to_string(work.tags) == row["read"]);
      CHECK(work.parts.at(0).tags == work.tags);
    }
}

TEST_CASE("work record: an integer id is taken as its digits", "[ingest]") {
  CHECK(read_work(R"({"id":0,"title":"A"})").id == "0");
  CHECK(read_work(R"({"id":-7 ,"title":"A"})").id == "-7");
  CHECK(read_work(R"({"id":123456789012345678901234567890,"title":"A"})").id ==
        "123456789012345678901234567890");
  CHECK(read_work(R"({"id":"007","title":"A"})").id == "007");
}

TEST_CASE("work record: the title may stand among the titles", "[ingest]") {
  const Work work = read_work(R"({"id":"w1","titles":{"en":[],"ja":["灯台","港"],"zh":"灯塔"}})");
  CHECK(work.title == "灯台");
  REQUIRE(work.titles.size() == 3);
  CHECK(work.titles[1].first == "ja");
  CHECK(work.titles[1].second == std::vector<std::string>{"灯台", "港"});
  CHECK(work.titles[2].second == std::vector<std::string>{"灯塔"});
  CHECK(read_work(R"({"id":"w1","title":"","titles":{"ja":["灯台"]}})").title == "灯台");
  CHECK(read_work(R"({"id":"w1","title":"A","titles":{"ja":["灯台"]}})").title == "A");
}

TEST_CASE("work record: a rating is kept as it is written", "[ingest]") {
  const auto rating = [](const std::string& json) {
    return read_work(R"({"id":"w1","title":"A","rating":)" + json + "}").rating;
  };
  CHECK(rating("\"Teen\"") == "Teen");
  CHECK(rating("143") == "143");
  CHECK(rating("4.50") == "4.50");
  CHECK(rating("true") == "true");
  CHECK(rating("null") == "");
  CHECK(rating_of(rating("143")) == Rating::unrated);
}

TEST_CASE("work record: dates are ISO 8601 or seconds", "[ingest]") {
  const Work work =
      read_work(R"({"id":"w1","title":"A","published":"2021-04-03","updated":1617408001})");
  CHECK(work.published == 1617408000);
  CHECK(work.updated == 1617408001);
  CHECK(read_work(R"({"id":"w1","title":"A","published":-1})").published == -1);
}

TEST_CASE("work record: date stands in for published only where that is absent", "[ingest]") {
  const Work alone = read_work(R"({"id":"w1","title":"A","date":"2021-04-03","published":null})");
  CHECK(alone.published == 1617408000);
  CHECK(alone.extra.empty());
  const Work both = read_work(R"({"id":"w1","title":"A","date":"soon","published":0})");
  CHECK(both.published == 0);
  CHECK(both.extra == std::vector<std::pair<std::string, std::string>>{{"date", "\"soon\""}});
}

TEST_CASE("work record: counts reach to 32 bits", "[ingest]") {
  const Work work =
      read_work(R"({"id":"w1","title":"A","words":4294967295,"kudos":0,"hits":null})");
  CHECK(work.words == 4294967295);
  CHECK(work.kudos == 0u);
  CHECK(!work.hits);
}

TEST_CASE("work record: parts are main unless they say otherwise", "[ingest]") {
  const Work work = read_work(
      R"({"id":"w1","title":"A","parts":[{"id":3,"kind":"route","title":"B","text":"C","main":false},{}]})");
  REQUIRE(work.parts.size() == 2);
  CHECK(work.parts[0] ==
        Part{.id = "3", .kind = "route", .title = "B", .text = "C", .tags = {}, .main = false});
  CHECK(work.parts[1] == Part{});
}

TEST_CASE("work record: empty names say nothing", "[ingest]") {
  const Work work = read_work(R"({"id":"w1","title":"A","authors":["","B",""],"series":[]})");
  CHECK(work.authors == std::vector<std::string>{"B"});
  CHECK(work.series.empty());
}

TEST_CASE("work record: controls in texts become spaces", "[ingest]") {
  const Work work = read_work(
      R"({"id":"w1","title":"a\u0000b\u0085c","text":"1\n2\t3\r4\u001b[31m","tags":["a\tb"]})");
  CHECK(work.title == "a b c");
  CHECK(work.text == "1\n2\t3\r4 [31m");
}

TEST_CASE("work record: unknown keys are kept as compact JSON and named", "[ingest]") {
  const auto results = test::read_bytes(
      R"({"z":{"b" : [1, 2.50, {"c":null}], "d":"e \" f"},"id":"w1", "a" : -0.0 ,"title":"A","e":[],"n":null,"s":"x"})");
  const auto& read = std::get<ingest::ReadWork>(results.at(0));
  CHECK(read.work.extra == std::vector<std::pair<std::string, std::string>>{
                               {"z", R"({"b":[1,2.50,{"c":null}],"d":"e \" f"})"},
                               {"a", "-0.0"},
                               {"e", "[]"},
                               {"s", "\"x\""}});
  CHECK(read.unknown_keys == std::vector<std::string>{"z", "a", "e", "s"});
}

TEST_CASE("work record: an unknown key that cannot hold tags is kept, whatever it is called",
          "[ingest]") {
  const auto results = test::read_bytes(
      R"({"id":"w1","title":"A","characters":12000,"tag_count":"7","warnings":[],"genre":"","calibre_tag_notes":"long"})");
  const auto& read = std::get<ingest::ReadWork>(results.at(0));
  CHECK(read.unknown_keys == std::vector<std::string>{"characters", "tag_count", "warnings",
                                                      "genre", "calibre_tag_notes"});
}

TEST_CASE("work record: escapes are read everywhere, keys included", "[ingest]") {
  const Work work = read_work(R"({"\u0069d":"w\u00e9\ud83d\ude00","title":"\u5bdd\/\\"})");
  CHECK(work.id == "wé😀");
  CHECK(work.title == "寝/\\");
}
