// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/tag_census.h"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
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
  const auto forms = by_hash(image, postings);
  const std::string prefix(1, store::terms::of_tag(store::TagHash{}).front());
  const Xapian::TermIterator end = database.allterms_end(prefix);
  Xapian::TermIterator term = database.allterms_begin(prefix);
  for (const auto& [hash, tag] : forms) {
    const std::uint32_t count = postings.count(tag);
    if (term == end || *term != store::terms::of_tag(store::TagHash{hash}) ||
        term.get_termfreq() != count)
      fail("the works that bear \"" + std::string(image.written(tag)) +
           "\" are not those that bear it by their own lists");
    ++term;
  }
  if (term != end) fail("works are found by a tag that no list of tags has");
}

}  // namespace ficsearch::snapshot
