// SPDX-License-Identifier: GPL-3.0-or-later
// An archive's own vocabulary from end to end: in force at once, and gone without a trace.
#include "ficsearch/vocabulary.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "ficsearch/error.h"
#include "ficsearch/index.h"
#include "ficsearch/json.h"
#include "support/error_code.h"
#include "support/temporary_directory.h"

using namespace ficsearch;
using Catch::Matchers::Contains;

namespace {

class Shelf {
 public:
  Shelf() {
    const std::string dump = write("works.jsonl",
                                   R"({"id":"w1","title":"One","tags":["stolen sweetheart"]}
{"id":"w2","title":"Two","tags":["netorare"]}
{"id":"w3","title":"Three","tags":["netori","dungeon heart"]}
{"id":"w4","title":"Four","tags":["slow burn"]}
)");
    ImportOptions options;
    options.on_reject = [](const Reject& reject) { FAIL(reject.message); };
    REQUIRE(Index::import(directory(), {dump}, options).added == 4);
  }

  std::filesystem::path directory() const { return folder_.path() / "index"; }

  std::string write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  VocabularyReport import(const std::string& text, VocabularyFormat format,
                          bool create = false) const {
    return import_vocabulary(directory(), {write("source", text)},
                             {.format = format, .create = create});
  }

 private:
  test::TemporaryDirectory folder_;
};

// Ids of the works that excluding a tag leaves, in order of addition.
std::string left_by(Index& index, const std::string& excluded) {
  SearchRequest request;
  request.exclude = {parse_filter_item(excluded)};
  request.facets = {Facet::trope};
  const Reply reply = index.search(request);
  std::string ids;
  for (const Hit& hit : reply.hits) ids = hit.id + (ids.empty() ? "" : " ") + ids;
  return ids;
}

std::string answer_without_times(Index& index, const std::string& excluded) {
  SearchRequest request;
  request.exclude = {parse_filter_item(excluded)};
  request.facets = {Facet::trope, Facet::advisory, Facet::freeform};
  Reply reply = index.search(request);
  reply.snapshot.clear();
  reply.took_ms = 0;
  return to_json(reply);
}

std::vector<std::string> suggested(Index& index, const SearchRequest& request,
                                   const std::string& prefix) {
  std::vector<std::string> ids;
  for (const Suggestion& suggestion : index.suggest(request, prefix, 0))
    if (!suggestion.is_alike) ids.push_back(suggestion.concept_id);
  return ids;
}

}  // namespace

TEST_CASE("vocabulary: an exclusion covers a new spelling at once, and not after it is taken out",
          "[engine]") {
  const Shelf shelf;
  Index index = Index::open(shelf.directory());
  const std::string before = answer_without_times(index, "NTR");
  CHECK(left_by(index, "NTR") == "w1 w3 w4");

  const ImportVerdict verdict = add_spelling(shelf.directory(), "Stolen Sweetheart", "netorare");
  CHECK(verdict.outcome == ImportOutcome::accepted);
  CHECK(left_by(index, "NTR") == "w3 w4");
  CHECK(left_by(index, "advisory-betrayal") == left_by(index, "betrayal"));
  CHECK(index.explain_tag({}, "NTR").works == 2u);

  CHECK(remove_from_vocabulary(shelf.directory(), "stolen sweetheart") ==
        std::vector<std::string>{"Stolen Sweetheart -> netorare"});
  CHECK(answer_without_times(index, "NTR") == before);
  CHECK(export_vocabulary(shelf.directory(), VocabularyFormat::toml) == "format = 1\n");
}

TEST_CASE("vocabulary: an import across a distinct pair is refused, and the rest is taken",
          "[engine]") {
  const Shelf shelf;
  const VocabularyReport report = shelf.import(
      "netori\tnetorare\nstolen sweetheart\tnetorare\nfoo\tnowhere\n", VocabularyFormat::aliases);
  CHECK(report.accepted == 1);
  CHECK(report.refused == 2);
  REQUIRE(report.verdicts.size() == 3);
  CHECK(report.verdicts[0].outcome == ImportOutcome::refused);
  CHECK(report.verdicts[0].line == 1);
  CHECK_THAT(report.verdicts[0].reason, Contains("distinct from netorare"));
  Index index = Index::open(shelf.directory());
  CHECK(left_by(index, "netorare") == "w3 w4");
}

TEST_CASE("vocabulary: a concept of the archive's own is excluded with what is below it",
          "[engine]") {
  const Shelf shelf;
  Index index = Index::open(shelf.directory());
  const IndexStatus before = index.status();
  shelf.import("dungeon heart\tgizmo core\n", VocabularyFormat::implications, true);
  CHECK(left_by(index, "gizmo core") == "w1 w2 w4");
  const IndexStatus now = index.status();
  CHECK(now.concepts == before.concepts + 2);
  CHECK_THAT(now.dictionary, Contains(before.dictionary + "+own-2-"));
  CHECK(now.revision > before.revision);
}

TEST_CASE("vocabulary: what is exported is imported as the same", "[engine]") {
  const Shelf shelf;
  shelf.import("dungeon heart\tgizmo core\n", VocabularyFormat::implications, true);
  shelf.import("stolen sweetheart -> netorare\n", VocabularyFormat::siblings);
  const std::string toml = export_vocabulary(shelf.directory(), VocabularyFormat::toml);
  const Shelf other;
  const VocabularyReport report = other.import(toml, VocabularyFormat::automatic);
  CHECK(report.refused == 0);
  CHECK(export_vocabulary(other.directory(), VocabularyFormat::toml) == toml);
  CHECK(export_vocabulary(other.directory(), VocabularyFormat::aliases) ==
        "spelling\tconcept\nstolen sweetheart\tnetorare\n");
}

TEST_CASE("vocabulary: an import that replaces keeps nothing else", "[engine]") {
  const Shelf shelf;
  add_spelling(shelf.directory(), "stolen sweetheart", "netorare");
  import_vocabulary(shelf.directory(), {shelf.write("empty.toml", "format = 1\n")},
                    {.replace = true});
  CHECK(export_vocabulary(shelf.directory(), VocabularyFormat::toml) == "format = 1\n");
}

TEST_CASE("vocabulary: nothing is made where no index is, and nothing unknown is taken out",
          "[engine]") {
  const test::TemporaryDirectory folder;
  CHECK(test::code_of([&] { add_spelling(folder.path() / "none", "a", "netorare"); }) ==
        ErrorCode::no_index);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "none"));
  const Shelf shelf;
  CHECK(test::code_of([&] { remove_from_vocabulary(shelf.directory(), "netorare"); }) ==
        ErrorCode::no_concept);
  CHECK(test::code_of([&] { shelf.import("a\tb\n", VocabularyFormat::automatic); }) ==
        ErrorCode::unknown_format);
  CHECK(test::code_of([&] { export_vocabulary(shelf.directory(), VocabularyFormat::parents); }) ==
        ErrorCode::bad_value);
}

TEST_CASE("suggest: only what the works bear that the filters leave", "[engine]") {
  const Shelf shelf;
  Index index = Index::open(shelf.directory());
  CHECK(suggested(index, {}, "netor") == std::vector<std::string>{"netorare", "netori"});
  CHECK(suggested(index, {}, "ねとr") == std::vector<std::string>{"netorare", "netori"});
  CHECK(suggested(index, {}, "dung") == std::vector<std::string>{"freeform:dungeon heart"});
  CHECK(suggested(index, {}, "heart") == std::vector<std::string>{"freeform:dungeon heart"});

  SearchRequest without;
  without.exclude = {parse_filter_item("netori")};
  CHECK(suggested(index, without, "netor") == std::vector<std::string>{"netorare"});
  CHECK(suggested(index, without, "dung").empty());

  add_spelling(shelf.directory(), "dungeon heart", "netorase");
  CHECK(suggested(index, {}, "dung") == std::vector<std::string>{"netorase"});
}
