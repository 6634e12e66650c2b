// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_reader.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "ingest/aozora_header.h"
#include "ingest/iso_date.h"
#include "ingest/sources.h"
#include "support/rows.h"
#include "support/temporary_directory.h"

using namespace ficsearch;
using ingest::ReadWork;

namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::optional<std::int64_t> date(const std::string& cell) {
  return cell == "none" ? std::nullopt : ingest::parse_iso_date(cell);
}

Work read_text(std::string_view text) {
  const auto results = test::read_bytes(text, Format::aozora);
  REQUIRE(results.size() == 1);
  return std::get<ReadWork>(results[0]).work;
}

std::string extra(const Work& work, std::string_view key) {
  for (const auto& [name, json] : work.extra)
    if (name == key) return nlohmann::json::parse(json).get<std::string>();
  return "none";
}

}  // namespace

TEST_CASE("aozora: published texts are read as they are", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/aozora_works.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      const auto results =
          test::read_all(FICSEARCH_TEST_DATA "/ingest/aozora/" + row["file"], Format::automatic);
      REQUIRE(results.size() == 1);
      const Work& work = std::get<ReadWork>(results[0]).work;
      CHECK(work.id == row["id"]);
      CHECK(work.title == row["title"]);
      CHECK(test::joined(work.authors) == row["authors"]);
      CHECK(work.language == "ja");
      CHECK(work.status == "complete");
      CHECK(work.published == date(row["published"]));
      CHECK(work.updated == date(row["updated"]));
      CHECK_THAT(work.text,
                 Catch::StartsWith(row["text_begins"]) && Catch::EndsWith(row["text_ends"]));
      CHECK(test::to_string({work.readings.at(0)}) == row["first_reading"]);
      CHECK(std::to_string(work.readings.size()) == row["readings"]);
      CHECK_THAT(extra(work, "colophon"),
                 Catch::StartsWith("底本：「") && Catch::Contains("校正："));
      for (const char* mark : {"《", "》", "［＃", "底本", "-----"})
        CHECK_THAT(work.text, !Catch::Contains(mark));
    }
}

TEST_CASE("aozora: the lines above the text say who wrote what", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/aozora_headers.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      const auto header = ingest::read_aozora_header(split(row["lines"], '|'));
      CHECK(header.title == row["title"]);
      CHECK(test::joined(header.original_titles) == row["original"]);
      CHECK(test::joined(header.authors) == row["authors"]);
      CHECK(test::joined(header.contributors) == row["contributors"]);
    }
}

TEST_CASE("aozora: the file's name gives the id", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/aozora_ids.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(ingest::aozora_id({row["path"]}) == row["id"]);
    }
}

TEST_CASE("aozora: UTF-8 texts are read too", "[ingest]") {
  const Work work = read_text(
      "\uFEFF題《だい》\n著者 \n\n　鼻《はな》が\n［＃改ページ］\n\n高い。\n\n底本：「本」\n"
      "2001年2月3日公開\n2002年3月4日修正\n2003年4月5日修正\n");
  CHECK(work.title == "題");
  CHECK(work.authors == std::vector<std::string>{"著者"});
  CHECK(work.text == "　鼻が\n\n高い。");
  CHECK(test::to_string(work.readings) == "題=だい; 鼻=はな");
  CHECK(work.published == ingest::parse_iso_date("2001-02-03"));
  CHECK(work.updated == ingest::parse_iso_date("2003-04-05"));
}

TEST_CASE("aozora: the legend between dashed lines is left out, another rule is not", "[ingest]") {
  const std::string rule(55, '-');
  CHECK(read_text("題\n著者\n\n" + rule + "\n《》：ルビ\n" + rule + "\n\n本文\n").text == "本文");
  CHECK(read_text("題\n著者\n" + rule + "\n《》：ルビ\n" + rule + "\n本文\n").text == "本文");
  CHECK(read_text("題\n著者\n\n" + rule + "\n本文\n").text == rule + "\n本文");
  CHECK(read_text("題\n著者\n\n本文\n" + rule + "\n続き\n").text == "本文\n" + rule + "\n続き");
}

TEST_CASE("aozora: the colophon begins at its last 底本", "[ingest]") {
  const Work work =
      read_text("題\n著者\n\n底本：という語\n本文\n\n底本：「本」\n底本の親本：「親」\n");
  CHECK(work.text == "底本：という語\n本文");
  CHECK(extra(work, "colophon") == "底本：「本」\n底本の親本：「親」");
  CHECK(extra(read_text("題\n著者\n\n本文\n"), "colophon") == "none");
}

TEST_CASE("aozora: translators are kept as published", "[ingest]") {
  CHECK(extra(read_text("題\n著者\n某訳\n\n本文\n"), "contributors") == "某訳");
}

TEST_CASE("aozora: a file without a title is rejected", "[ingest]") {
  const Reject reject = std::get<Reject>(test::read_bytes("\n\n", Format::aozora).at(0));
  CHECK(reject.code == ErrorCode::missing_title);
  CHECK(reject.line == 0);
  CHECK(reject.id == "source");
  CHECK(reject.record.empty());
}

TEST_CASE("aozora: a file that is neither Shift_JIS nor UTF-8 is rejected", "[ingest]") {
  const std::string bytes = "\x91\xE8\n\x92\x98\n\n\xFF\xFE\xFD";
  const Reject reject = std::get<Reject>(test::read_bytes(bytes, Format::aozora).at(0));
  CHECK(reject.code == ErrorCode::bad_encoding);
  CHECK_THAT(reject.message, Catch::Contains("at byte 7"));
}

TEST_CASE("aozora: UTF-8 with a few damaged bytes is repaired and counted", "[ingest]") {
  std::string bytes = "題\n著者\n\n";
  for (int i = 0; i < 100; ++i) bytes += "鼻が高い。";
  bytes += "\xFF\n";
  const ReadWork read = std::get<ReadWork>(test::read_bytes(bytes, Format::aozora).at(0));
  CHECK(read.replaced_bytes == 1);
  CHECK_THAT(read.work.text, Catch::EndsWith("\uFFFD"));
}

TEST_CASE("aozora: a name that is not UTF-8 gives no id", "[ingest]") {
  const test::TemporaryDirectory folder;
  const std::string path = (folder.path() / "\xFF.txt").native();
  test::write_file(path, "題\n著者\n\n本文\n");
  const Reject reject = std::get<Reject>(test::read_all(path, Format::aozora).at(0));
  CHECK(reject.code == ErrorCode::invalid_utf8);
  CHECK(reject.id.empty());
}

TEST_CASE("aozora: random bytes give one work or one reject", "[ingest]") {
  rc::prop("one result", [](const std::string& bytes) {
    RC_ASSERT(test::read_bytes(bytes, Format::aozora).size() == 1u);
  });
}
