// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/dictionary.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "support/rows.h"
#include "tags/family.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

using test::family;
using test::ids_of;

std::string resolved(const Dictionary& dictionary, std::string_view tag,
                     std::optional<Facet> facet = std::nullopt) {
  const std::optional<ConceptRef> ref = dictionary.resolve(text::fold_key(tag), facet);
  return ref ? dictionary[*ref].id : "-";
}

std::span<const ConceptRef> closure(const Dictionary& dictionary, std::string_view id,
                                    std::span<const ConceptRef> (Dictionary::*list)(ConceptRef)
                                        const noexcept) {
  return (dictionary.*list)(dictionary.find(id).value());
}

TEST_CASE("dictionary: each spelling resolves to its own concept", "[tags]") {
  const Dictionary dictionary = family();
  for (const test::Row& row : test::read_rows("tags/resolve.tsv"))
    DYNAMIC_SECTION(row["tag"] << ": " << row["why"]) {
      const std::optional<Facet> facet = find_facet(row["facet"]);
      CHECK(resolved(dictionary, row["tag"], facet) == row["concept"]);
    }
}

TEST_CASE("dictionary: concepts come sorted by id and are found by it", "[tags]") {
  const Dictionary dictionary = family();
  REQUIRE(dictionary.concepts().size() == 10);
  for (std::size_t i = 0; i < dictionary.concepts().size(); ++i) {
    const Concept& each = dictionary.concepts()[i];
    CHECK(dictionary.find(each.id) == static_cast<ConceptRef>(i));
    if (i > 0) CHECK(dictionary.concepts()[i - 1].id < each.id);
  }
  CHECK_FALSE(dictionary.find("netorar"));
  CHECK_FALSE(dictionary.find(""));
}

TEST_CASE("dictionary: excluding a concept covers all that implies it", "[tags]") {
  const Dictionary dictionary = family();
  const auto below = [&](std::string_view id) {
    return ids_of(dictionary, closure(dictionary, id, &Dictionary::with_narrower));
  };
  CHECK(below("partner-taking") == "netorare netori office-netorare partner-taking");
  CHECK(below("netorare") == "netorare office-netorare");
  CHECK(below("netori") == "netori");
}

TEST_CASE("dictionary: excluding an advisory covers what calls for it", "[tags]") {
  const Dictionary dictionary = family();
  const auto below = [&](std::string_view id) {
    return ids_of(dictionary, closure(dictionary, id, &Dictionary::with_narrower));
  };
  CHECK(below("advisory-betrayal") == "advisory-betrayal netorare office-netorare");
  CHECK(below("advisory-emotional-harm") ==
        "advisory-betrayal advisory-emotional-harm netorare office-netorare");
  CHECK(below("perspective-betrayed") == "netorare office-netorare perspective-betrayed");
  CHECK(below("visual-novel") == "kinetic-novel office-netorare visual-novel");
}

TEST_CASE("dictionary: broader, narrower and derived concepts are closed", "[tags]") {
  const Dictionary dictionary = family();
  const auto list = [&](std::string_view id, auto member) {
    return ids_of(dictionary, closure(dictionary, id, member));
  };
  CHECK(list("office-netorare", &Dictionary::with_broader) ==
        "netorare office-netorare partner-taking");
  CHECK(list("partner-taking", &Dictionary::narrower) == "netorare netori");
  CHECK(list("office-netorare", &Dictionary::derived) ==
        "advisory-betrayal advisory-emotional-harm advisory-humiliation kinetic-novel "
        "perspective-betrayed visual-novel");
  CHECK(list("netori", &Dictionary::derived).empty());
}

TEST_CASE("dictionary: a derived facet counts what excluding by it removes", "[tags]") {
  const Dictionary dictionary = family();
  const auto count = static_cast<std::uint32_t>(dictionary.concepts().size());
  for (std::uint32_t a = 0; a < count; ++a) {
    const Facet facet = dictionary.concepts()[a].facet;
    if (facet != Facet::advisory && facet != Facet::perspective && facet != Facet::medium) continue;
    for (std::uint32_t c = 0; c < count; ++c) {
      const auto derived = dictionary.derived(ConceptRef{c});
      const auto below = dictionary.with_narrower(ConceptRef{a});
      CHECK(std::binary_search(derived.begin(), derived.end(), ConceptRef{a}) ==
            std::binary_search(below.begin(), below.end(), ConceptRef{c}));
    }
  }
}

TEST_CASE("dictionary: a distinct pair is listed on both sides", "[tags]") {
  const Dictionary dictionary = family();
  const ConceptRef netorare = dictionary.find("netorare").value();
  const ConceptRef netori = dictionary.find("netori").value();
  CHECK(dictionary.are_distinct(netorare, netori));
  CHECK(dictionary.are_distinct(netori, netorare));
  CHECK_FALSE(dictionary.are_distinct(netorare, netorare));
  CHECK_FALSE(dictionary.are_distinct(netorare, dictionary.find("partner-taking").value()));
  REQUIRE(dictionary[netori].distinct.size() == 1);
  CHECK(dictionary[netori].distinct[0].concept_id == "netorare");
  CHECK(dictionary[netori].distinct[0].difference == dictionary[netorare].distinct[0].difference);
}

TEST_CASE("dictionary: every field of a record is kept", "[tags]") {
  const Dictionary dictionary = family();
  const Concept& netorare = dictionary[dictionary.find("netorare").value()];
  CHECK(netorare.facet == Facet::trope);
  CHECK(netorare.label() == "Netorare");
  CHECK(netorare.labels ==
        std::vector<std::pair<std::string, std::string>>{{"en", "Netorare"}, {"ja", "寝取られ"}});
  CHECK(netorare.definition.starts_with("A partner becomes involved"));
  CHECK(netorare.spellings == std::vector<ConceptSpelling>{{"NTR", "latin"},
                                                           {"ねとられ", "hiragana"},
                                                           {"ネトラレ", "katakana"},
                                                           {"寝とられ", "mixed"},
                                                           {"NTR要素あり", "mixed"}});
  CHECK(netorare.readings == std::vector<std::string>{"ねとられ"});
  CHECK(netorare.broader == std::vector<std::string>{"partner-taking"});
  CHECK(netorare.advisories_always == std::vector<std::string>{"advisory-betrayal"});
  CHECK(netorare.advisories_commonly == std::vector<std::string>{"advisory-humiliation"});
  CHECK(netorare.perspectives == std::vector<std::string>{"perspective-betrayed"});
  CHECK(netorare.note.starts_with("NTR is loosely used"));
  const Concept& office = dictionary[dictionary.find("office-netorare").value()];
  CHECK(office.media == std::vector<std::string>{"kinetic-novel"});
}

TEST_CASE("dictionary: aliases are listed by text, keys by concept", "[tags]") {
  const Dictionary dictionary = family();
  const auto aliases = dictionary.aliases();
  CHECK(std::is_sorted(aliases.begin(), aliases.end(),
                       [](const auto& a, const auto& b) { return a.text < b.text; }));
  const ConceptRef netori = dictionary.find("netori").value();
  std::string texts;
  for (const Dictionary::Alias& alias : aliases)
    if (alias.target == netori) texts += alias.text + " ";
  CHECK(texts == "Netori netori ねとり 寝取り ");
  const auto keys = dictionary.alias_keys(netori);
  CHECK(std::vector<std::string>(keys.begin(), keys.end()) ==
        std::vector<std::string>{"netori", "ねとり", "寝取り"});
}

TEST_CASE("dictionary: the version names the texts", "[tags]") {
  const auto version_of = [](std::string toml) {
    const std::array sources{DictionarySource{"a.toml", std::move(toml)}};
    return Dictionary::parse(sources).version();
  };
  const std::string version = family().version();
  CHECK(version.starts_with("custom-10-"));
  CHECK(version.size() == std::string("custom-10-").size() + 16);
  CHECK(family().version() == version);
  CHECK(version_of("format = 1\n") != version_of("format = 1 # edited\n"));
}

}  // namespace
}  // namespace ficsearch::tags
