// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/tag_census.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "store/terms.h"

namespace ficsearch::snapshot {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorCode::index_corrupt, "the index is damaged: " + what, {},
              "restore a backup, or import the works into a new index");
}

// The forms that works bear, by their terms' hashes. A term spells its hash in order.
std::vector<std::pair<std::uint64_t, store::TagId>> by_hash(const store::RegistryImage& image,
                                                            const PostingLists& postings) {
  std::vector<std::pair<std::uint64_t, store::TagId>> forms;
  forms.reserve(image.size());
  for (std::uint32_t number = 0; number < image.size(); ++number) {
    const store::TagId tag{number};
    if (postings.count(tag) == 0) continue;
    const store::TagHash hash = store::terms::tag_hash(image.facet(tag), image.written(tag));
    forms.emplace_back(static_cast<std::uint64_t>(hash), tag);
  }
  std::sort(forms.begin(), forms.end());
  return forms;
}

// What a form adds to the sum by which all are compared at once.
std::uint64_t summand(const std::string& term, std::uint32_t works) {
  return std::hash<std::string>()(term) * (2 * std::uint64_t{works} + 1);
}

// Names the form that is borne by other works here than there.
[[noreturn]] void fail_of_form(const Xapian::Database& database, const std::string& prefix,
                               const store::RegistryImage& image, const PostingLists& postings) {
  const Xapian::TermIterator end = database.allterms_end(prefix);
  Xapian::TermIterator term = database.allterms_begin(prefix);
  for (const auto& [hash, tag] : by_hash(image, postings)) {
    if (term == end || *term != store::terms::of_tag(store::TagHash{hash}) ||
        term.get_termfreq() != postings.count(tag))
      fail("the works that bear \"" + image.written(tag) +
           "\" are not those that bear it by their own lists");
    ++term;
  }
  fail("works are found by a tag that no list of tags has");
}

// Lists may be moved to other works without a change of any count.
std::uint64_t sum_of_works(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  const Xapian::PostingIterator end = database.postlist_end("");
  for (Xapian::PostingIterator work = database.postlist_begin(""); work != end; ++work)
    sum += *work;
  return sum;
}

}  // namespace

void check_tag_lists(const Xapian::Database& database, const store::RegistryImage& image,
                     const ForwardIndex& forward, const PostingLists& postings) {
  if (forward.works() == database.get_doccount() &&
      forward.sum_of_works() != sum_of_works(database))
    fail("lists of tags stand with other works than their own");
  if (forward.works() != database.get_doccount())
    fail(std::to_string(database.get_doccount()) + " works have " +
         std::to_string(forward.works()) + " lists of tags");
  std::uint64_t listed = 0;
  for (std::uint32_t number = 0; number < image.size(); ++number) {
    const store::TagId tag{number};
    if (const std::uint32_t works = postings.count(tag); works != 0)
      listed += summand(
          store::terms::of_tag(store::terms::tag_hash(image.facet(tag), image.written(tag))),
          works);
  }
  const std::string prefix(1, store::terms::of_tag(store::TagHash{}).front());
  std::uint64_t found = 0;
  const Xapian::TermIterator end = database.allterms_end(prefix);
  for (Xapian::TermIterator term = database.allterms_begin(prefix); term != end; ++term)
    found += summand(*term, term.get_termfreq());
  if (listed != found) fail_of_form(database, prefix, image, postings);
}

}  // namespace ficsearch::snapshot
