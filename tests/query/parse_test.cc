// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch.hpp>
#include <string>

#include "ficsearch/error.h"
#include "query/ast.h"
#include "support/rows.h"

namespace ficsearch::query {
namespace {

// The canonical text, or "! code@begin+length" (without the place if there is none).
std::string outcome(const std::string& text) {
  try {
    return to_string(parse(text));
  } catch (const Error& error) {
    std::string line = "! " + std::string(ficsearch::to_string(error.code()));
    if (error.where().byte_offset)
      line += "@" + std::to_string(*error.where().byte_offset) + "+" +
              std::to_string(error.where().byte_length);
    return line;
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

Error error_of(const std::string& text) {
  try {
    parse(text);
  } catch (const Error& error) {
    return error;
  }
  throw std::runtime_error("the query is legal: " + text);
}

TEST_CASE("parse: every form has one canonical text", "[query]") {
  for (const test::Row& row : test::read_rows("query/parse.tsv")) {
    DYNAMIC_SECTION(row["why"] << ": " << row["query"]) {
      CHECK(outcome(row["query"]) == row["canonical"]);
    }
  }
}

TEST_CASE("parse: canonical text is a query of the same meaning", "[query]") {
  for (const test::Row& row : test::read_rows("query/parse.tsv")) {
    if (row["canonical"].starts_with("! ")) continue;
    DYNAMIC_SECTION(row["query"]) {
      const Ast ast = parse(row["query"]);
      CHECK(parse(to_string(ast)) == ast);
      CHECK(outcome(row["canonical"]) == row["canonical"]);
    }
  }
}

TEST_CASE("parse: every error of a place says what to do", "[query]") {
  for (const test::Row& row : test::read_rows("query/parse.tsv")) {
    if (!row["canonical"].starts_with("! ")) continue;
    DYNAMIC_SECTION(row["query"]) {
      const Error error = error_of(row["query"]);
      CHECK_FALSE(std::string(error.what()).empty());
      CHECK_FALSE(error.hint().empty());
      REQUIRE(error.where().byte_offset);
      CHECK(*error.where().byte_offset + error.where().byte_length <= row["query"].size());
    }
  }
}

TEST_CASE("parse: sixteen brackets deep is legal, one more is not", "[query]") {
  CHECK(outcome(repeated("(a OR (b ", 8) + "c" + repeated("))", 8)).starts_with("a OR b (a OR"));
  CHECK(outcome(repeated("(", 16) + "a" + repeated(")", 16)) == "a");
  CHECK(outcome(repeated("(", 17) + "a" + repeated(")", 17)) == "! query_limit@16+1");
  CHECK(outcome(repeated("-(", 16) + "a" + repeated(")", 16)).starts_with("-(-(-("));
  CHECK(outcome(repeated("-(", 17) + "a" + repeated(")", 17)) == "! query_limit@33+1");
}

TEST_CASE("parse: brackets that only the canonical text writes count towards the depth",
          "[query]") {
  const std::string open = repeated("(a OR b ", 15);
  const std::string close = repeated(")", 15);
  CHECK_NOTHROW(parse(open + "(~c ~d)" + close));
  CHECK(error_of(open + "(c ~d ~e)" + close).code() == ErrorCode::query_limit);
  CHECK(error_of(open + "(-complete:false)" + close).code() == ErrorCode::query_limit);
}

TEST_CASE("parse: sixty-four terms are legal, one more is not", "[query]") {
  CHECK_NOTHROW(parse(repeated("a ", 64)));
  CHECK(outcome(repeated("a ", 65)) == "! query_limit@128+1");
  CHECK_NOTHROW(parse(repeated("a ", 64) + "sort:kudos"));
}

TEST_CASE("parse: the limit of a thousand counts characters, not bytes", "[query]") {
  CHECK_NOTHROW(parse(repeated("寝", 1000)));
  CHECK(outcome(repeated("寝", 1001)) == "! query_limit");
  CHECK(outcome(repeated("a", 4097)) == "! too_long");
}

TEST_CASE("parse: a query whose canonical text is too long is refused, not cut", "[query]") {
  const std::string fifteen_terms = repeated("is:" + repeated("x", 62) + " ", 15);
  CHECK_NOTHROW(parse(fifteen_terms.substr(0, 900)));
  const Error error = error_of(fifteen_terms + "words:>1m");
  CHECK(error.code() == ErrorCode::query_limit);
  CHECK(std::string(error.what()).find("written out in full") != std::string::npos);
}

TEST_CASE("parse: ill-formed UTF-8 and NUL are refused at their byte", "[query]") {
  CHECK(outcome("ab \xFF") == "! invalid_utf8@3+1");
  CHECK(outcome(std::string("a\0b", 3)) == "! invalid_utf8@1+1");
}

TEST_CASE("parse: offsets count a byte order mark", "[query]") {
  CHECK(outcome("\xEF\xBB\xBF"
                "a )") == "! query_syntax@5+1");
  CHECK(outcome("\xEF\xBB\xBF"
                "-ntr") == "-ntr");
}

TEST_CASE("parse: a slip of a name says which name is near", "[query]") {
  CHECK(error_of("charcter:x").hint().find("did you mean character:?") == 0);
  CHECK(error_of("wrods:>10").hint().find("did you mean words:?") == 0);
}

TEST_CASE("parse: a negation equals another by what it negates", "[query]") {
  CHECK(parse("-a") == parse("NOT a"));
  CHECK_FALSE(parse("-a") == parse("-b"));
}

TEST_CASE("parse: a relative date stays relative", "[query]") {
  const auto range = std::get<Range>(parse("updated:2w").root->value);
  CHECK(range == Range{Field::updated, 14 * 86'400, std::nullopt, true});
}

TEST_CASE("parse: a date covers all of what it names, in UTC", "[query]") {
  const auto range = std::get<Range>(parse("updated:2020").root->value);
  CHECK(range.low == 1'577'836'800);
  CHECK(range.high == 1'609'459'199);
}

}  // namespace
}  // namespace ficsearch::query
