// SPDX-License-Identifier: GPL-3.0-or-later
// Each form's term is looked up. To walk along all terms instead takes twice the time and more:
// Xapian steps over every piece of every list, and an index that was imported in parts has many.
#include "snapshot/tag_census.h"

#include <xapian.h>

#include <numeric>
#include <string>

#include "ficsearch/error.h"
#include "store/terms.h"

namespace ficsearch::snapshot {
namespace {

using store::TagId;

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorCode::index_corrupt, "the index is damaged: " + what, {},
              "restore a backup, or import the works into a new index");
}

// Lists may be moved to other works without a change of any count.
std::uint64_t sum_of_works(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  const Xapian::PostingIterator end = database.postlist_end("");
  for (Xapian::PostingIterator work = database.postlist_begin(""); work != end; ++work)
    sum += *work;
  return sum;
}

// By TagId.
std::vector<store::TagHash> hashes_of(const store::RegistryImage& image) {
  std::vector<store::TagHash> hashes;
  hashes.reserve(image.size());
  for (std::uint32_t number = 0; number < image.size(); ++number) {
    const TagId tag{number};
    hashes.push_back(store::terms::tag_hash(image.facet(tag), image.written(tag)));
  }
  return hashes;
}

// All forms, about in the order of their terms, which spell their hashes in order: those that are
// looked up one after the other lie beside each other.
std::vector<TagId> ordered_by(const std::vector<store::TagHash>& hashes) {
  constexpr unsigned kBits = 16;
  const auto group_of = [](store::TagHash hash) {
    return static_cast<std::size_t>(static_cast<std::uint64_t>(hash) >> (64 - kBits));
  };
  std::vector<std::uint32_t> next(std::size_t{1} << kBits);
  for (const store::TagHash hash : hashes) ++next[group_of(hash)];
  std::exclusive_scan(next.begin(), next.end(), next.begin(), std::uint32_t{0});
  std::vector<TagId> forms(hashes.size());
  for (std::uint32_t number = 0; number < hashes.size(); ++number)
    forms[next[group_of(hashes[number])]++] = TagId{number};
  return forms;
}

}  // namespace

void check_tag_lists(const Xapian::Database& database, const store::RegistryImage& image,
                     const ForwardIndex& forward,
                     const std::vector<std::uint32_t>& works_of_forms) {
  if (forward.works() != database.get_doccount())
    fail(std::to_string(database.get_doccount()) + " works have " +
         std::to_string(forward.works()) + " lists of tags");
  if (forward.sum_of_works() != sum_of_works(database))
    fail("lists of tags stand with other works than their own");
  constexpr std::size_t kFetchedAhead = 16;
  const std::vector<store::TagHash> hashes = hashes_of(image);
  const std::vector<TagId> forms = ordered_by(hashes);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    if (i + kFetchedAhead < forms.size()) {
      const auto ahead = static_cast<std::size_t>(forms[i + kFetchedAhead]);
      __builtin_prefetch(&hashes[ahead]);
      __builtin_prefetch(&works_of_forms[ahead]);
    }
    const auto form = static_cast<std::size_t>(forms[i]);
    if (database.get_termfreq(store::terms::of_tag(hashes[form])) != works_of_forms[form])
      fail("the works that bear \"" + image.written(forms[i]) +
           "\" are not those that bear it by their own lists");
  }
}

}  // namespace ficsearch::snapshot
