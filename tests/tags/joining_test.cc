// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/joining.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "family.h"
#include "listed_spellings.h"
#include "support/rows.h"

namespace ficsearch::tags {
namespace {

// "facet:written, ..."
std::vector<KnownSpelling> parse_archive(std::string_view cell) {
  std::vector<KnownSpelling> spellings;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(", "), cell.size());
    const std::string_view item = cell.substr(0, end);
    const std::size_t colon = item.find(':');
    spellings.push_back(
        {find_facet(item.substr(0, colon)).value(), std::string(item.substr(colon + 1))});
    cell.remove_prefix(std::min(end + 2, cell.size()));
  }
  return spellings;
}

std::string to_text(const Dictionary& dictionary, const Meaning& meaning) {
  if (const auto* ref = std::get_if<ConceptRef>(&meaning)) return dictionary[*ref].id;
  const auto& spelling = std::get<ArchiveSpelling>(meaning);
  std::string text = spelling.facet ? std::string(to_string(*spelling.facet)) + ":" : "";
  text += spelling.folded;
  return spelling.marks.empty() ? text : text + " " + spelling.marks;
}

std::string to_text(const Dictionary& dictionary, const Joined& joined) {
  if (const auto* one = std::get_if<JoinedMeaning>(&joined))
    return (std::holds_alternative<ConceptRef>(one->meaning) ? "concept " : "spelling ") +
           to_text(dictionary, one->meaning);
  std::string text;
  if (const auto* many = std::get_if<JoinedCandidates>(&joined))
    for (const Meaning& candidate : many->candidates)
      text += (text.empty() ? "ask " : " | ") + to_text(dictionary, candidate);
  return text.empty() ? "nothing" : text;
}

TEST_CASE("joining: a written form means one thing, asks, or means nothing", "[tags]") {
  const Dictionary dictionary = test::family();
  SpellingReader reader;
  const DictionarySpellings spellings(dictionary, reader);
  for (const test::Row& row : test::read_rows("tags/joining.tsv"))
    DYNAMIC_SECTION(row["written"] << " among " << row["archive"] << ": " << row["why"]) {
      const test::ListedSpellings archive(parse_archive(row["archive"]), reader);
      const Joiner joiner(spellings, archive, reader);
      CHECK(to_text(dictionary, joiner.meaning_of(find_facet(row["facet"]), row["written"])) ==
            row["meaning"]);
    }
}

TEST_CASE("joining: the order of the archive makes no difference", "[tags]") {
  const Dictionary dictionary = test::family();
  SpellingReader reader;
  const DictionarySpellings spellings(dictionary, reader);
  std::vector<KnownSpelling> listed = parse_archive(
      "freeform:科学, freeform:かがく, freeform:kagaku, freeform:化学, freeform:売上げ, "
      "freeform:売り上げ, freeform:uriage");
  const auto meanings = [&] {
    const test::ListedSpellings archive(listed, reader);
    const Joiner joiner(spellings, archive, reader);
    std::string text;
    for (const char* written : {"かがく", "kagaku", "科学", "売上げ", "うりあげ", "uriage"})
      text += to_text(dictionary, joiner.meaning_of(std::nullopt, written)) + "\n";
    return text;
  };
  const std::string in_order = meanings();
  std::reverse(listed.begin(), listed.end());
  CHECK(meanings() == in_order);
}

}  // namespace
}  // namespace ficsearch::tags
