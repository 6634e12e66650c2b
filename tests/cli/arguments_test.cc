// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <catch2/catch.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "ficsearch/error.h"
#include "support/error_code.h"

using namespace ficsearch;
using namespace ficsearch::cli;
using Words = std::vector<std::string>;

namespace {

Arguments parse(const std::string& name, const Words& words) {
  return Arguments::parse(*find_command({name}).command, words);
}

ErrorCode failure(const std::string& name, const Words& words) {
  return test::code_of([&] { parse(name, words); });
}

}  // namespace

TEST_CASE("arguments: options and operands may stand in any order", "[cli]") {
  const Arguments arguments = parse("search", {"slow", "-x", "NTR", "burn", "--exclude=netori"});
  CHECK(arguments.operands() == Words{"slow", "burn"});
  CHECK(arguments.joined_operands() == "slow burn");
  CHECK(arguments.values(options::kExclude) == Words{"NTR", "netori"});
}

TEST_CASE("arguments: after -- everything is an operand", "[cli]") {
  const Arguments arguments = parse("search", {"-q", "--", "-NTR", "--all", "--"});
  CHECK(arguments.operands() == Words{"-NTR", "--all", "--"});
  CHECK_FALSE(arguments.has(options::kAll));
}

TEST_CASE("arguments: a value may begin with a dash", "[cli]") {
  CHECK(parse("search", {"-x", "-NTR"}).values(options::kExclude) == Words{"-NTR"});
  CHECK(parse("search", {"--exclude", "-9"}).values(options::kExclude) == Words{"-9"});
}

TEST_CASE("arguments: a value may be empty, for the search to refuse", "[cli]") {
  CHECK(parse("search", {"-x", ""}).values(options::kExclude) == Words{""});
}

TEST_CASE("arguments: an option in the place of a value is an error", "[cli]") {
  CHECK(failure("search", {"-x", "--all"}) == ErrorCode::usage);
  CHECK(failure("search", {"-x", "-i", "NTR"}) == ErrorCode::usage);
  CHECK(failure("search", {"-x", "--exlude-from", "list"}) == ErrorCode::usage);
  CHECK(failure("search", {"-x", "--", "NTR"}) == ErrorCode::usage);
  CHECK(failure("search", {"-x"}) == ErrorCode::usage);
  CHECK(parse("search", {"--exclude=--all"}).values(options::kExclude) == Words{"--all"});
}

TEST_CASE("arguments: abbreviations are errors", "[cli]") {
  CHECK(failure("search", {"--exclude-f", "list"}) == ErrorCode::unknown_parameter);
  CHECK(failure("search", {"--inc", "NTR"}) == ErrorCode::unknown_parameter);
}

TEST_CASE("arguments: letters and values run together are errors", "[cli]") {
  for (const char* word : {"-NTR", "-xNTR", "-incest", "-desire", "-eq"})
    CHECK(failure("search", {word}) == ErrorCode::unknown_parameter);
}

TEST_CASE("arguments: an option of another command is unknown", "[cli]") {
  CHECK(failure("version", {"--tier", "S"}) == ErrorCode::unknown_parameter);
  CHECK(failure("normalize", {"-d", "shelf"}) == ErrorCode::unknown_parameter);
}

TEST_CASE("arguments: an option given twice is an error unless it may be", "[cli]") {
  CHECK(failure("search", {"--filter", "a", "--filter", "b"}) == ErrorCode::duplicate_parameter);
  CHECK(failure("search", {"--all", "--all"}) == ErrorCode::duplicate_parameter);
  CHECK(parse("search", {"--facet", "trope", "--facet", "fandom"}).values(options::kFacet) ==
        Words{"trope", "fandom"});
}

TEST_CASE("arguments: a value outside the choices of its option is an error", "[cli]") {
  CHECK(failure("search", {"--spoilers", "some"}) == ErrorCode::bad_value);
  CHECK(failure("search", {"--facet", "tropes"}) == ErrorCode::unknown_facet);
}

TEST_CASE("arguments: numbers are whole, and within their range", "[cli]") {
  const auto limit = [](const std::string& text) {
    return parse("search", {"--limit", text}).number(options::kLimit, 1000);
  };
  CHECK(limit("0") == 0);
  CHECK(limit("1000") == 1000);
  for (const char* text : {"1001", "-1", "+5", "5.0", "5 ", "", "0x10", "99999999999999999999"})
    CHECK_THROWS_AS(limit(text), Error);
}

TEST_CASE("arguments: help is given even if an operand is missing", "[cli]") {
  CHECK(parse("get", {"--help"}).has(options::kHelp));
  CHECK(failure("get", {}) == ErrorCode::usage);
}
