// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_reader.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "ficsearch/error.h"
#include "ingest/open_source.h"
#include "ingest/packed.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "support/rows.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

std::string outcomes(const std::vector<ingest::ReadResult>& results) {
  std::vector<std::string> texts;
  for (const auto& result : results) {
    if (const auto* reject = std::get_if<Reject>(&result))
      texts.push_back(std::string(to_string(reject->code)) + ' ' + std::to_string(reject->line));
    else
      texts.push_back(test::shown(result, "id"));
  }
  return test::joined(texts);
}

std::string dump_of(int works) {
  std::string dump;
  for (int i = 0; i < works; ++i)
    dump += "{\"id\":\"w" + std::to_string(i) + "\",\"title\":\"A " + std::to_string(i * 7919) +
            "\"}\n";
  return dump;
}

}  // namespace

TEST_CASE("json: arrays and records over several lines", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/json_sources.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      CHECK(outcomes(test::read_bytes(row["json"], Format::automatic)) == row["outcomes"]);
    }
}

TEST_CASE("json: an array gives what the same records give as lines", "[ingest]") {
  rc::prop("same works", [](const std::vector<std::string>& titles) {
    std::string lines;
    std::string array = "[";
    for (std::size_t i = 0; i < titles.size(); ++i) {
      std::string title;
      for (const char c : titles[i])
        title += c >= ' ' && c < 0x7F && c != '"' && c != '\\' ? c : '}';
      const std::string record =
          "{\"id\":" + std::to_string(i) + ",\"title\":\"t" + title + "\\\"\"}";
      lines += record + '\n';
      array += (i == 0 ? "" : ",\n") + record;
    }
    const auto from_lines = test::read_bytes(lines, Format::jsonl);
    const auto from_array = test::read_bytes(array + "]", Format::json);
    RC_ASSERT(from_lines.size() == titles.size());
    RC_ASSERT(from_array.size() == titles.size());
    for (std::size_t i = 0; i < titles.size(); ++i)
      RC_ASSERT(std::get<ingest::ReadWork>(from_lines[i]).work ==
                std::get<ingest::ReadWork>(from_array[i]).work);
  });
}

TEST_CASE("compressed: dumps are unpacked as they are read", "[ingest]") {
  const std::string dump = dump_of(20'000);
  for (const auto packing : {test::Packing::gzip, test::Packing::zstd, test::Packing::xz}) {
    CAPTURE(static_cast<int>(packing));
    const test::TemporaryDirectory folder;
    const std::string path = folder.path() / "dump";
    const std::string bytes = test::packed(dump, packing);
    test::write_file(path, bytes);
    const auto reader = ingest::open_source({path}, {});
    std::size_t works = 0;
    while (const auto result = reader->next())
      works += test::shown(*result, "id") == "w" + std::to_string(works) ? 1 : 0;
    CHECK(works == 20'000);
    CHECK(reader->bytes_total() == bytes.size());
    CHECK(reader->bytes_read() == bytes.size());
  }
}

TEST_CASE("compressed: several frames are one dump", "[ingest]") {
  const std::string frames =
      test::packed(dump_of(2), test::Packing::gzip) + test::packed(dump_of(1), test::Packing::gzip);
  CHECK(outcomes(test::read_bytes(frames, Format::automatic)) == "w0; w1; w0");
}

TEST_CASE("compressed: tables and arrays too", "[ingest]") {
  CHECK(outcomes(test::read_bytes(test::packed("id,title\n7,A\n", test::Packing::xz),
                                  Format::automatic)) == "7");
  CHECK(outcomes(test::read_bytes(test::packed("[{\"id\":7,\"title\":\"A\"}]", test::Packing::zstd),
                                  Format::automatic)) == "7");
}

TEST_CASE("compressed: a dump that is cut off keeps what came before and tells", "[ingest]") {
  const std::string bytes = test::packed(dump_of(200'000), test::Packing::gzip);
  const auto results = test::read_bytes(bytes.substr(0, bytes.size() / 2), Format::automatic);
  REQUIRE(results.size() > 1000);
  CHECK(test::shown(results.front(), "id") == "w0");
  CHECK(test::shown(results.back(), "reject") == "bad_archive");
}

TEST_CASE("compressed: what is compressed twice is refused", "[ingest]") {
  const std::string once = test::packed(dump_of(1), test::Packing::gzip);
  const auto results = test::read_bytes(test::packed(once, test::Packing::zstd), Format::automatic);
  CHECK(outcomes(results) == "bad_archive 0");
  CHECK_THAT(std::get<Reject>(results[0]).message, Catch::Contains("more than once"));
}
