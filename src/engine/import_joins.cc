// SPDX-License-Identifier: GPL-3.0-or-later
// What one entry means depends on the registry alone, so that any thread can find it out. Entries
// come from one image in memory; joining keys are looked up in the index.
#include "engine/import_joins.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <mutex>

#include "index/joins.h"
#include "store/reader.h"
#include "store/registry_image.h"
#include "store/xapian_guard.h"
#include "tags/spelling_keys.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

// Takes a thread about a tenth of a second.
constexpr std::uint32_t kRangeEntries = 4000;

using Joins = std::vector<std::pair<store::TagId, store::TagJoin>>;

// What one thread needs to look spellings up.
struct Lookups {
  explicit Lookups(store::Reader reader) : index(std::move(reader)) {}

  store::Reader index;
  tags::SpellingReader spellings;
};

// Whether somebody asked to stop, for many threads.
class StopAsked {
 public:
  explicit StopAsked(const std::function<bool()>& should_stop) : should_stop_(should_stop) {}

  bool operator()() {
    if (!should_stop_ || stopped_) return stopped_;
    const std::lock_guard lock(mutex_);
    if (should_stop_()) stopped_ = true;
    return stopped_;
  }

 private:
  const std::function<bool()>& should_stop_;
  std::mutex mutex_;  // one asks at a time
  std::atomic<bool> stopped_ = false;
};

}  // namespace

std::optional<Joins> all_joins(const std::filesystem::path& directory,
                               const tags::DictionarySpellings& dictionary,
                               const std::function<bool()>& should_stop) {
  StopAsked stop_asked(should_stop);
  const auto opened = [&] { return store::Reader(directory, text::normalizer_version()); };
  const auto image = store::guarded(
      directory, [&] { return std::make_shared<const store::RegistryImage>(opened().registry()); });
  tbb::enumerable_thread_specific<Lookups> lookups([&] {
    store::Reader index = opened();
    index.use_image(image);
    return Lookups(std::move(index));
  });
  const auto candidates = store::guarded(
      directory, [&] { return index::JoinCandidates(opened().registry(), dictionary); });
  std::vector<Joins> ranges((image->size() + kRangeEntries - 1) / kRangeEntries);
  tbb::parallel_for(std::size_t{0}, ranges.size(), [&](std::size_t range) {
    if (stop_asked()) return;
    store::guarded(directory, [&] {
      Lookups& own = lookups.local();
      const auto first = static_cast<std::uint32_t>(range) * kRangeEntries;
      ranges[range] = index::joins_of(first, std::min(image->size(), first + kRangeEntries),
                                      candidates, own.index.registry(), dictionary, own.spellings);
    });
  });
  if (stop_asked()) return std::nullopt;
  Joins all;
  for (Joins& range : ranges)
    all.insert(all.end(), std::make_move_iterator(range.begin()),
               std::make_move_iterator(range.end()));
  return all;
}

}  // namespace ficsearch::engine
