// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/term_query.h"

#include <rapidcheck/catch.h>

#include <catch2/catch.hpp>

#include "search/random_terms.h"

using namespace ficsearch;
using search::TermQuery;

namespace {

using Op = Xapian::Query;

Xapian::Query random_query(int depth) {
  if (depth == 0 || *rc::gen::inRange(0, 3) == 0)
    return Xapian::Query(test::term_number(*rc::gen::inRange(std::uint32_t{0}, test::kTerms)));
  std::vector<Xapian::Query> below;
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
    below.push_back(random_query(depth - 1));
  return {*rc::gen::element(Op::OP_AND, Op::OP_OR), below.begin(), below.end()};
}

std::optional<TermQuery> term_query(const Xapian::Database& database, const Xapian::Query& query) {
  return TermQuery::of(query,
                       [&](const std::string& term) { return test::postings_of(database, term); });
}

}  // namespace

TEST_CASE("term query: it finds what the matcher finds", "[search]") {
  rc::prop("random works and queries", [] {
    const Xapian::WritableDatabase database = test::random_terms();
    const Xapian::Query query = random_query(3);
    const auto by_terms = term_query(database, query);
    RC_ASSERT(by_terms.has_value());
    snapshot::DocBits found(database.get_lastdocid() + 1);
    by_terms->add_to(found, {});

    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(query);
    snapshot::DocBits expected(found.limit());
    const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount());
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) expected.insert(*hit);
    RC_ASSERT(found == expected);
  });
}

TEST_CASE("term query: what asks for more than terms is left to the matcher", "[search]") {
  const auto database = test::database_of({{1, {{"Ta", 1}, {"Tb", 1}}}});
  const std::vector<std::string> terms{"Ta", "Tb"};
  const Xapian::Query a("Ta");
  const Xapian::Query b("Tb");
  for (const Xapian::Query& query :
       {Xapian::Query(std::string()), Xapian::Query(Op::OP_PHRASE, terms.begin(), terms.end()),
        Xapian::Query(Op::OP_AND_NOT, a, b), Xapian::Query(Op::OP_SCALE_WEIGHT, a, 2.0),
        Xapian::Query(Op::OP_SYNONYM, terms.begin(), terms.end())}) {
    CAPTURE(query.get_description());
    CHECK_FALSE(term_query(database, query));
    CHECK_FALSE(term_query(database, Xapian::Query(Op::OP_OR, a, query)));
  }
}

TEST_CASE("term query: alternatives are terms of which any is enough, in order", "[search]") {
  const auto database = test::database_of({{1, {{"Ta", 1}, {"Tb", 1}}}, {2, {{"Tb", 1}}}});
  const Xapian::Query a("Ta");
  const Xapian::Query b("Tb");
  const auto any = term_query(database, {Op::OP_OR, b, {Op::OP_OR, a, b}})->alternatives();
  REQUIRE(any);
  std::vector<std::uint32_t> counts;
  for (const auto& postings : *any) counts.push_back(postings->count());
  CHECK(counts == std::vector<std::uint32_t>{2, 1, 2});
  CHECK_FALSE(term_query(database, {Op::OP_AND, a, b})->alternatives());
  CHECK(term_query(database, Xapian::Query())->alternatives()->empty());
}
