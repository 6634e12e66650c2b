// SPDX-License-Identifier: GPL-3.0-or-later
// What one entry means depends on the registry alone, so that any thread can find it out. A
// registry keeps all that it has looked up, and neighbouring entries have little in common: each
// range of them gets a registry of its own.
#include "engine/import_joins.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "index/joins.h"
#include "store/reader.h"
#include "store/xapian_guard.h"
#include "tags/spelling_keys.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

constexpr std::uint32_t kRangeEntries = 4000;

using Joins = std::vector<std::pair<store::TagId, store::TagJoin>>;

struct Lookups {
  explicit Lookups(const std::filesystem::path& directory)
      : index(directory, text::normalizer_version()) {}

  store::Reader index;
  tags::SpellingReader spellings;
};

}  // namespace

Joins all_joins(const std::filesystem::path& directory,
                const tags::DictionarySpellings& dictionary) {
  tbb::enumerable_thread_specific<Lookups> lookups([&] { return Lookups(directory); });
  const std::uint32_t entries = lookups.local().index.registry().size();
  std::vector<Joins> ranges((entries + kRangeEntries - 1) / kRangeEntries);
  tbb::parallel_for(std::size_t{0}, ranges.size(), [&](std::size_t range) {
    store::guarded(directory, [&] {
      Lookups& own = lookups.local();
      const store::TagRegistry registry(own.index.database());
      const auto first = static_cast<std::uint32_t>(range) * kRangeEntries;
      ranges[range] = index::joins_of(first, std::min(entries, first + kRangeEntries), registry,
                                      dictionary, own.spellings);
    });
  });
  Joins all;
  for (Joins& range : ranges)
    all.insert(all.end(), std::make_move_iterator(range.begin()),
               std::make_move_iterator(range.end()));
  return all;
}

}  // namespace ficsearch::engine
