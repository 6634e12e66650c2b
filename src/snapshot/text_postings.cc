// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/text_postings.h"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "store/terms.h"

namespace ficsearch::snapshot {
namespace {

constexpr std::size_t kCommonShare = 8;  // all but one part in so many

// A term that one work in a thousand has is in four of so many.
constexpr std::uint32_t kSample = 4096;
// Terms that fewer of them have are not among the commonest, or are not known to be.
constexpr std::uint32_t kLeastSeen = 3;

// How many works of a sample have each term of the text.
std::unordered_map<std::string, std::uint32_t> terms_of_sample(const Xapian::Database& database) {
  std::unordered_map<std::string, std::uint32_t> seen;
  const Xapian::docid last = database.get_lastdocid();
  const std::uint64_t steps = std::min<std::uint64_t>(last, kSample);
  const Xapian::PostingIterator end = database.postlist_end("");
  Xapian::PostingIterator work = database.postlist_begin("");
  for (std::uint64_t step = 0; step < steps; ++step) {
    work.skip_to(static_cast<Xapian::docid>(1 + step * last / steps));
    if (work == end) break;
    const Xapian::TermIterator no_term = database.termlist_end(*work);
    for (Xapian::TermIterator term = database.termlist_begin(*work); term != no_term; ++term)
      if (store::terms::is_of_text(*term)) ++seen[*term];
  }
  return seen;
}

}  // namespace

TextPostings::TextPostings(std::size_t most_bytes, std::uint32_t limit)
    : common_bytes_(most_bytes - most_bytes / kCommonShare),
      limit_(limit),
      recent_(most_bytes / kCommonShare) {}

TextPostings::Shared TextPostings::of(const Xapian::Database& database, const std::string& term) {
  if (const Common* common = common_.if_built())
    if (const auto known = common->find(term); known != common->end()) return known->second;
  if (Shared known = recent_.find(term)) return known;
  auto read = std::make_shared<const TermPostings>(database, term, limit_);
  const std::size_t bytes = read->bytes() + term.size();
  return recent_.keep(term, std::move(read), bytes);
}

void TextPostings::load_commonest(const Xapian::Database& database) {
  common_.get([&] { return commonest(database); });
}

TextPostings::Common TextPostings::commonest(const Xapian::Database& database) const {
  std::vector<std::pair<Xapian::doccount, std::string>> terms;
  for (auto& [term, seen] : terms_of_sample(database))
    if (seen >= kLeastSeen) terms.emplace_back(database.get_termfreq(term), term);
  std::sort(terms.begin(), terms.end(), std::greater<>());
  Common common;
  std::size_t bytes = 0;
  for (const auto& [count, term] : terms) {
    auto postings = std::make_shared<const TermPostings>(database, term, limit_);
    bytes += postings->bytes() + term.size();
    if (bytes > common_bytes_) break;
    common.emplace(term, std::move(postings));
  }
  return common;
}

}  // namespace ficsearch::snapshot
