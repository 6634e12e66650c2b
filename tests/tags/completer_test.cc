// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/completer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "support/rows.h"
#include "tags/family.h"

namespace ficsearch::tags {
namespace {

std::string name_of(Fit fit) {
  switch (fit) {
    case Fit::exact:
      return "exact";
    case Fit::same_sound:
      return "same_sound";
    case Fit::begins:
      return "begins";
    case Fit::holds:
      return "holds";
  }
  return "";
}

}  // namespace

TEST_CASE("completer: what is typed in any script leads to the names that begin so", "[tags]") {
  const Dictionary dictionary = test::family();
  const Completer completer(dictionary);
  for (const test::Row& row : test::read_rows("tags/completer.tsv")) {
    DYNAMIC_SECTION(row["why"] << ": " << row["typed"]) {
      std::string found;
      for (const Completion& each : completer.complete(TypedTag(row["typed"])))
        found += (found.empty() ? "" : " ") + dictionary[each.target].id + "=" + name_of(each.fit);
      CHECK(found == row["completions"]);
    }
  }
}

TEST_CASE("completer: the name that fits best is told", "[tags]") {
  const Dictionary dictionary = test::family();
  const Completer completer(dictionary);
  const auto name_for = [&](std::string_view typed) {
    return std::string(completer.complete(TypedTag(typed)).at(0).name);
  };
  CHECK(name_for("寝取ら") == "寝取られ");
  CHECK(name_for("netora") == "Netorare");
  CHECK(name_for("ntr") == "NTR");
}

TEST_CASE("completer: a name found by its sound is no worse than one that begins so", "[tags]") {
  CHECK(TypedTag("isei").fit("異性", std::vector<std::string>{"いせい"}) == Fit::same_sound);
  CHECK(TypedTag("ise").fit("異性", std::vector<std::string>{"いせい"}) == Fit::begins);
  CHECK(TypedTag("異").fit("異性", {}) == Fit::begins);
  CHECK_FALSE(TypedTag("威").fit("異性", std::vector<std::string>{"いせい"}));
}

TEST_CASE("completer: ranges find what a look at every name finds", "[tags]") {
  const Dictionary dictionary = test::family();
  const Completer completer(dictionary);
  for (const test::Row& row : test::read_rows("tags/completer.tsv")) {
    const TypedTag typed(row["typed"]);
    std::map<ConceptRef, Fit> by_name;
    for (const Completer::Name& name : completer.names())
      if (const auto fit = typed.fit(name.fold, name.sounds)) {
        const auto [known, is_new] = by_name.try_emplace(name.owner, *fit);
        if (!is_new) known->second = std::min(known->second, *fit);
      }
    std::map<ConceptRef, Fit> by_range;
    std::map<ConceptRef, Fit> begun;
    for (const Completion& each : completer.complete(typed)) by_range[each.target] = each.fit;
    for (const Completion& each : completer.complete_begun(typed)) begun[each.target] = each.fit;
    CAPTURE(row["typed"]);
    CHECK(by_range == by_name);
    std::erase_if(by_name, [](const auto& fit) { return fit.second == Fit::holds; });
    CHECK(begun == by_name);
  }
}

}  // namespace ficsearch::tags
