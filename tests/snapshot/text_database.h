// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>

namespace ficsearch::test {

// How often works have terms, by document number and term.
using TermFrequencies = std::map<std::uint32_t, std::map<std::string, std::uint32_t>>;

// A database of these works in memory.
inline Xapian::WritableDatabase database_of(const TermFrequencies& works) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const auto& [number, terms] : works) {
    Xapian::Document document;
    for (const auto& [term, frequency] : terms) document.add_term(term, frequency);
    database.replace_document(number, document);
  }
  return database;
}

}  // namespace ficsearch::test
