// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <rapidcheck.h>
#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "snapshot/term_postings.h"
#include "snapshot/text_database.h"

namespace ficsearch::test {

inline constexpr std::uint32_t kMostWorks = 400;
inline constexpr std::uint32_t kTerms = 7;  // the last of them is in no work

inline std::string term_number(std::uint32_t number) {
  return "T" + std::to_string(number);
}

// Works of which some have terms, each term in about one work of 2^(its number), often equally many
// works for two of them: what the order of adding weights depends on.
inline Xapian::WritableDatabase random_terms() {
  TermFrequencies works;
  const auto count = *rc::gen::inRange(std::uint32_t{1}, kMostWorks);
  for (std::uint32_t work = 1; work <= count; ++work) {
    auto& terms = works[work];
    for (std::uint32_t term = 0; term + 1 < kTerms; ++term)
      if (*rc::gen::inRange(0U, 1U << (term / 2 + 1)) == 0)
        terms[term_number(term)] = *rc::gen::element<std::uint32_t>(0, 1, 2, 2, 2, 6, 6, 12, 300);
    terms["Bother"] = *rc::gen::element<std::uint32_t>(1, 10, 40, 40, 90);
  }
  return database_of(works);
}

inline std::shared_ptr<const snapshot::TermPostings> postings_of(const Xapian::Database& database,
                                                                 const std::string& term) {
  return std::make_shared<const snapshot::TermPostings>(database, term,
                                                        database.get_lastdocid() + 1);
}

}  // namespace ficsearch::test
