// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsonl_reader.h"

#include <rapidcheck/catch.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "ficsearch/json.h"
#include "ingest/sources.h"
#include "support/rows.h"

using namespace ficsearch;
using ingest::ReadWork;

TEST_CASE("jsonl: each bad record is rejected with line, offset and code", "[ingest]") {
  const std::string before = "{\"id\":\"first\",\"title\":\"A\"}\n\n";
  const std::string after = "\n{\"id\":\"last\",\"title\":\"Z\"}\n";
  for (const test::Row& row : test::read_rows("ingest/rejects.tsv")) DYNAMIC_SECTION(row["why"]) {
      const auto results = test::read_bytes(before + row["record"] + after);
      REQUIRE(results.size() == 3);
      CHECK(std::get<ReadWork>(results[0]).work.id == "first");
      const Reject reject = std::get<Reject>(results[1]);
      CHECK(to_string(reject.code) == row["code"]);
      CHECK_THAT(reject.message, Catch::Contains(row["message"]));
      CHECK(reject.line == 3);
      CHECK(reject.byte_offset == before.size());
      CHECK(reject.record == row["record"]);
      CHECK(std::get<ReadWork>(results[2]).work.id == "last");
    }
}

TEST_CASE("jsonl: a damaged record in a dump costs only itself", "[ingest]") {
  const auto results = test::read_bytes(test::read_data("ingest/damaged.jsonl"));
  REQUIRE(results.size() == 4);
  CHECK(std::get<ReadWork>(results[1]).work.title == "灯台");
  CHECK(std::get<Reject>(results[2]).line == 3);
  CHECK(std::get<ReadWork>(results[3]).work.id == "w4");
}

TEST_CASE("jsonl: a rejected record is named by its id where that can be read", "[ingest]") {
  const auto id_of = [](std::string_view record) {
    return std::get<Reject>(test::read_bytes(record).at(0)).id;
  };
  CHECK(id_of(R"({"id":"w1","title":7})") == "w1");
  CHECK(id_of(R"({"title":7,"id":12})") == "12");
  CHECK(id_of(R"({"id":"w1","title":"A" "mood":1})") == "w1");
  CHECK(id_of(R"({"id":[],"title":"A"})") == "");
}

TEST_CASE("jsonl: ill-formed UTF-8 in a text is replaced and counted", "[ingest]") {
  const std::string filler(300, 'x');
  const auto results =
      test::read_bytes("{\"id\":\"w1\",\"title\":\"a\xE3\x81\",\"summary\":\"\xFF\",\"text\":\"" +
                       filler + "\",\"tags\":[\"NTR\"]}");
  const ReadWork& read = std::get<ReadWork>(results.at(0));
  CHECK(read.work.title == "a\uFFFD");
  CHECK(read.work.summary == "\uFFFD");
  CHECK(read.work.tags.at(0).name == "NTR");
  CHECK(read.replaced_bytes == 3);
}

TEST_CASE("jsonl: a record with more than one bad byte in a hundred is in another encoding",
          "[ingest]") {
  const std::string head = "{\"id\":\"w1\",\"title\":\"";
  const std::string at_limit = head + "\xFF" + std::string(99 - head.size() - 2, 'x') + "\"}";
  REQUIRE(at_limit.size() == 100);
  CHECK(std::holds_alternative<ReadWork>(test::read_bytes(at_limit).at(0)));
  const std::string above = head + "\xFF" + std::string(98 - head.size() - 2, 'x') + "\"}";
  const Reject reject = std::get<Reject>(test::read_bytes(above).at(0));
  CHECK(reject.code == ErrorCode::bad_encoding);
  CHECK(reject.record == above);
}

TEST_CASE("jsonl: ill-formed UTF-8 in a name is never replaced", "[ingest]") {
  for (const std::string record :
       {"{\"id\":\"w\xFF\",\"title\":\"A\"}",
        "{\"id\":\"w1\",\"title\":\"A\",\"tags\":[\"NT\xE3R\"]}",
        "{\"id\":\"w1\",\"title\":\"A\",\"tags\":{\"trope\":[{\"name\":\"\xC0\x80\"}]}}",
        "{\"id\":\"w1\",\"title\":\"A\",\"authors\":[\"B\",\"\x80\"]}",
        "{\"id\":\"w1\",\"title\":\"A\",\"parts\":[{\"tags\":[\"\xFF\"]}]}"}) {
    CAPTURE(record);
    CHECK(std::get<Reject>(test::read_bytes(record).at(0)).code == ErrorCode::invalid_utf8);
  }
  // A replacement character that the archive itself wrote is a character like any other.
  CHECK(test::read_work("{\"id\":\"w1\",\"title\":\"A\",\"tags\":[\"a\uFFFD\"]}").tags.at(0).name ==
        "a\uFFFD");
}

TEST_CASE("jsonl: names of more than 512 bytes are rejected, not cut", "[ingest]") {
  const std::string name(512, 'a');
  CHECK(test::read_work(R"({"id":")" + name + R"(","title":"A"})").id == name);
  CHECK(test::read_work(R"({"id":1,"title":"A","tags":["trope:)" + name.substr(6) + "\"]}")
            .tags.at(0)
            .name.size() == 506);
  const auto code_of = [](const std::string& record) {
    return std::get<Reject>(test::read_bytes(record).at(0)).code;
  };
  CHECK(code_of(R"({"id":"a)" + name + R"(","title":"A"})") == ErrorCode::too_long);
  CHECK(code_of(R"({"id":1)" + std::string(512, '0') + R"(,"title":"A"})") == ErrorCode::too_long);
  CHECK(code_of(R"({"id":1,"title":"A","tags":["a)" + name + "\"]}") == ErrorCode::too_long);
  CHECK(code_of(R"({"id":1,"title":"A","authors":["a)" + name + "\"]}") == ErrorCode::too_long);
}

TEST_CASE("jsonl: values nest 64 deep and no deeper", "[ingest]") {
  const auto record = [](std::size_t lists) {
    return R"({"id":"w1","title":"A","mood":)" + std::string(lists, '[') + std::string(lists, ']') +
           "}";
  };
  CHECK(std::holds_alternative<ReadWork>(test::read_bytes(record(63)).at(0)));
  const Reject reject = std::get<Reject>(test::read_bytes(record(64)).at(0));
  CHECK(reject.code == ErrorCode::bad_json);
  CHECK_THAT(reject.message, Catch::Contains("deeper than 64"));
  CHECK(std::holds_alternative<Reject>(test::read_bytes(record(100'000)).at(0)));
}

TEST_CASE("jsonl: a record over the limit is rejected without its bytes", "[ingest]") {
  const std::string huge =
      R"({"id":"w1","title":")" + std::string(ingest::kMaxRecordBytes, 'a') + "\"}";
  const auto results = test::read_bytes(huge + "\n{\"id\":\"w2\",\"title\":\"A\"}");
  REQUIRE(results.size() == 2);
  const Reject reject = std::get<Reject>(results[0]);
  CHECK(reject.code == ErrorCode::out_of_range);
  CHECK(reject.record.empty());
  CHECK(std::get<ReadWork>(results[1]).work.id == "w2");
}

TEST_CASE("jsonl: blank lines, CRLF, a byte order mark and a missing last line break are harmless",
          "[ingest]") {
  const auto results = test::read_bytes(
      "\xEF\xBB\xBF\r\n{\"id\":1,\"title\":\"A\"}\r\n \t\n\n{\"id\":2,\"title\":\"B\"}");
  REQUIRE(results.size() == 2);
  CHECK(std::get<ReadWork>(results[0]).work.id == "1");
  CHECK(std::get<ReadWork>(results[1]).work.id == "2");
  CHECK(test::read_bytes("").empty());
  CHECK(test::read_bytes("\n\n").empty());
}

TEST_CASE("jsonl: random bytes never stop the reader", "[ingest]") {
  rc::prop("each line that is not blank gives one result",
           [](const std::vector<std::string>& noise) {
             std::string bytes;
             std::size_t lines = 0;
             for (std::string line : noise) {
               std::replace(line.begin(), line.end(), '\n', '{');
               if (line.starts_with("\xEF\xBB\xBF")) continue;
               if (line.find_first_not_of(" \t\r") != std::string::npos) ++lines;
               bytes += line + '\n';
             }
             RC_ASSERT(test::read_bytes(bytes).size() == lines);
           });
}

TEST_CASE("jsonl: what is taken for JSON is JSON, whichever byte of a record is changed",
          "[ingest]") {
  const std::string record = R"({"id":"w1","title":"\u3042\"","tags":[{"name":"a","spoiler":1}],)"
                             R"("mood":{"a":[1.5e3,true,null,""]},"n":-0})";
  const std::string_view changes("{}[],:\"\\ue.0-tn \t\x01\x7F");
  std::vector<std::string> damaged;
  for (std::size_t i = 0; i < record.size(); ++i)
    for (const char change : changes) damaged.emplace_back(record).at(i) = change;
  std::string dump;
  for (const std::string& line : damaged) dump += line + '\n';
  const auto results = test::read_bytes(dump);
  REQUIRE(results.size() == damaged.size());
  for (std::size_t i = 0; i < damaged.size(); ++i) {
    const auto* reject = std::get_if<Reject>(&results[i]);
    const bool is_bad_json = reject != nullptr && reject->code == ErrorCode::bad_json;
    // Broken JSON may break another rule before the break is met; it is never read as a work.
    const bool is_json = nlohmann::json::accept(damaged[i]);
    if (is_json ? is_bad_json : reject == nullptr) FAIL_CHECK(damaged[i]);
  }
}

TEST_CASE("jsonl: a work written as JSON is read as the same work", "[ingest]") {
  const std::string record = test::read_data("json/work.json");
  const Work work = test::read_work(record);
  CHECK(to_json(work) + "\n" == record);
  CHECK(test::read_work(to_json(work)) == work);
}
