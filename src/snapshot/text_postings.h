// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/recent_cache.h"
#include "snapshot/lazy_part.h"
#include "snapshot/term_postings.h"

namespace Xapian {
class Database;
}

namespace ficsearch::snapshot {

// The posting lists of words and character pairs, as far as a bound on their memory goes: those of
// the commonest terms for good, once they are loaded, and of others those that were asked for
// lately. What is rare is read faster than it is missed. Any number of threads.
class TextPostings {
 public:
  // Every document number is below `limit`.
  TextPostings(std::size_t most_bytes, std::uint32_t limit);

  // The works of a term, without any if no work has it: kept, or read from `database`, which is of
  // the same commit in every call. Throws what TermPostings throws.
  std::shared_ptr<const TermPostings> of(const Xapian::Database& database, const std::string& term);

  // Loads the commonest terms, unless they have been. Which they are is found in a sample of the
  // works: to look at all terms takes as long as to load lists of a third of them. Throws what
  // TermPostings throws.
  void load_commonest(const Xapian::Database& database);

 private:
  using Shared = std::shared_ptr<const TermPostings>;
  using Common = std::unordered_map<std::string, Shared, base::TextHash, std::equal_to<>>;

  Common commonest(const Xapian::Database& database) const;

  std::size_t common_bytes_;
  std::uint32_t limit_;
  LazyPart<Common> common_;
  base::RecentCache<std::string, TermPostings, base::TextHash> recent_;
};

}  // namespace ficsearch::snapshot
