// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/comic_info.h"

#include <catch2/catch.hpp>

#include "ingest/packed.h"
#include "ingest/shown.h"
#include "ingest/sources.h"
#include "support/error_code.h"
#include "support/rows.h"

using namespace ficsearch;

namespace {

std::string id_of(const std::string& info, const std::string& page) {
  const std::string comic =
      test::zipped({{page, "x"}, {"Box/comicinfo.XML", "<ComicInfo>" + info + "</ComicInfo>"}});
  return test::shown(test::read_bytes(comic, Format::automatic).at(0), "id");
}

}  // namespace

TEST_CASE("comic info: what each element becomes", "[ingest]") {
  for (const test::Row& row : test::read_rows("ingest/comic_infos.tsv"))
    DYNAMIC_SECTION(row["why"]) {
      const std::string xml = "<?xml version=\"1.0\"?><ComicInfo>" + row["info"] + "</ComicInfo>";
      const Work work = ingest::read_comic_info(ingest::parse_xml(xml, "ComicInfo.xml"));
      CHECK(test::shown(work, row["field"]) == row["value"]);
    }
}

TEST_CASE("comic info: an element that could be misspelt tags is refused", "[ingest]") {
  for (const char* name : {"tags", "Genres", "Warnings", "Rating"}) {
    INFO(name);
    const std::string xml =
        "<ComicInfo><Title>t</Title><" + std::string(name) + ">NTR</" + name + "></ComicInfo>";
    CHECK(test::code_of([&] {
            ingest::read_comic_info(ingest::parse_xml(xml, "ComicInfo.xml"));
          }) == ErrorCode::bad_xml);
  }
}

TEST_CASE("cbz: a comic keeps its id when its tags change, not when its pages do", "[ingest]") {
  const std::string id = id_of("<Title>t</Title>", "1.png");
  CHECK_THAT(id, Catch::Matches("cbz:[0-9a-f]{32}"));
  CHECK(id_of("<Title>t</Title><Tags>NTR</Tags>", "1.png") == id);
  CHECK(id_of("<Title>t</Title>", "2.png") != id);
  CHECK(id_of("<Title>t</Title><Number>2</Number>", "1.png") != id);
}
