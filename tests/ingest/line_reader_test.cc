// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_reader.h"

#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include "ingest/sources.h"
#include "support/temporary_directory.h"

using namespace ficsearch;

namespace {

struct OwnedLine {
  std::string text;
  std::size_t number;
  std::uint64_t byte_offset;
  bool oversized;
};

std::vector<OwnedLine> lines_of(std::string_view bytes, std::size_t max_line_bytes) {
  const test::TemporaryDirectory folder;
  const std::string path = folder.path() / "lines";
  test::write_file(path, bytes);
  ingest::LineReader reader(ingest::InputFile::open(path), max_line_bytes);
  std::vector<OwnedLine> lines;
  while (const auto line = reader.next())
    lines.push_back({std::string(line->text), line->number, line->byte_offset, line->oversized});
  CHECK(reader.byte_offset() == bytes.size());
  return lines;
}

}  // namespace

TEST_CASE("line reader: lines end in LF or CRLF, and the last one in nothing", "[ingest]") {
  const auto lines = lines_of("a\r\n\nbc\r\rd\ne", 100);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].text == "a");
  CHECK(lines[1].text.empty());
  CHECK(lines[2].text == "bc\r\rd");
  CHECK(lines[3].text == "e");
  CHECK(lines[3].number == 4);
  CHECK(lines[3].byte_offset == 10);
}

TEST_CASE("line reader: a byte order mark at the start is no text", "[ingest]") {
  const auto lines = lines_of(
      "\xEF\xBB\xBF"
      "a\n\xEF\xBB\xBF"
      "b",
      100);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "a");
  CHECK(lines[0].byte_offset == 3);
  CHECK(lines[1].text ==
        "\xEF\xBB\xBF"
        "b");
}

TEST_CASE("line reader: an oversized line is passed over and the next one read", "[ingest]") {
  const std::size_t limit = 3u << 20;  // three times what is read at once
  const std::string fits(limit, 'a');
  const auto lines = lines_of(fits + "\r\n" + fits + "b\n" + fits + fits + fits + "\nc\n", limit);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].text.size() == limit);
  CHECK(lines[1].oversized);
  CHECK(lines[2].oversized);
  CHECK(lines[2].text.empty());
  CHECK(lines[3].text == "c");
  CHECK(lines[3].byte_offset == 5 * limit + 5);
}

TEST_CASE("line reader: any bytes come back joined by their line breaks", "[ingest]") {
  rc::prop("lines and breaks", [] {
    const auto bytes = *rc::gen::container<std::string>(
        rc::gen::element('a', '\n', '\r', '\0', '\xE3', '\x81', ' '));
    std::string again;
    for (const OwnedLine& line : lines_of(bytes, 100)) {
      RC_ASSERT(line.byte_offset == again.size());
      again += line.text;
      while (again.size() < bytes.size() && bytes[again.size()] == '\r') again += '\r';
      if (again.size() < bytes.size()) again += '\n';
    }
    RC_ASSERT(again == bytes);
  });
}
