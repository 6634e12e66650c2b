// SPDX-License-Identifier: GPL-3.0-or-later
// The twin is Xapian's matcher with its own weights: every score is the same number, and not only
// nearly so, hence a change of a parameter, a frequency, a length or the order of adding shows.
#include "search/term_ranking.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "search/random_terms.h"

using namespace ficsearch;
using search::RankedWork;
using search::TermRanking;

namespace {

// All works of `set`, as the matcher ranks them by any of the terms.
std::vector<RankedWork> matched(const Xapian::Database& database,
                                const std::vector<std::string>& terms,
                                const snapshot::DocBits& set) {
  Xapian::Enquire enquire(database);
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);
  enquire.set_query({Xapian::Query::OP_AND_MAYBE, Xapian::Query(std::string()),
                     Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end())});
  const Xapian::MSet hits = enquire.get_mset(0, database.get_doccount());
  std::vector<RankedWork> works;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit)
    if (set.contains(*hit)) works.push_back({*hit, hit.get_weight()});
  return works;
}

bool are_same(const std::vector<RankedWork>& a, const std::vector<RankedWork>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const RankedWork& one, const RankedWork& other) {
                      return one.document == other.document && one.score == other.score;
                    });
}

}  // namespace

TEST_CASE("term ranking: scores and order are those of the matcher, to the last bit", "[search]") {
  rc::prop("random works, terms, sets and pages", [] {
    const Xapian::WritableDatabase database = test::random_terms();
    std::vector<std::string> terms;
    const auto number = rc::gen::inRange(std::uint32_t{0}, test::kTerms);
    for (const std::uint32_t term : *rc::gen::container<std::vector<std::uint32_t>>(number))
      terms.push_back(test::term_number(term));
    snapshot::DocBits set(database.get_lastdocid() + 1);
    const bool takes_all = *rc::gen::arbitrary<bool>();
    for (std::uint32_t work = 1; work < set.limit(); ++work)
      if (takes_all || *rc::gen::inRange(0, 3) != 0) set.insert(work);

    std::vector<TermRanking::Postings> postings;
    for (const std::string& term : terms) postings.push_back(test::postings_of(database, term));
    const snapshot::WorkLengths lengths(database);
    TermRanking ranking(std::move(postings), database, lengths);
    const std::vector<RankedWork> expected = matched(database, terms, set);
    RC_ASSERT(are_same(ranking.page(set, 0, test::kMostWorks, {}), expected));

    const std::size_t offset = *rc::gen::inRange<std::size_t>(0, expected.size() + 2);
    const std::size_t limit = *rc::gen::inRange<std::size_t>(1, 30);
    const std::size_t begin = std::min(offset, expected.size());
    const std::size_t end = std::min(offset + limit, expected.size());
    RC_ASSERT(are_same(ranking.page(set, offset, limit, {}),
                       {expected.begin() + static_cast<std::ptrdiff_t>(begin),
                        expected.begin() + static_cast<std::ptrdiff_t>(end)}));
  });
}
