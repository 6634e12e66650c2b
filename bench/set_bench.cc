// SPDX-License-Identifier: GPL-3.0-or-later
// A blocklist is a union of posting lists. This compares the two ways to hold them that were
// thought of: snapshot::PostingLists with bits for common tags, and a Roaring bitmap a tag. The
// archive is made up: Zipf tags, 13 a work; a blocklist takes a few common tags and many rare ones.
#include <benchmark/benchmark.h>
#include <roaring/roaring.h>
#include <xapian.h>

#include <unistd.h>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "snapshot/doc_bits.h"
#include "snapshot/posting_lists.h"
#include "store/slots.h"

namespace {

using namespace ficsearch;

constexpr std::uint32_t kWorks = 1'000'000;
constexpr std::uint32_t kTags = 90'000;
constexpr int kTagsOfWork = 13;
constexpr int kLists = 20;

struct FreeRoaring {
  void operator()(roaring_bitmap_t* bitmap) const { roaring_bitmap_free(bitmap); }
};
using Roaring = std::unique_ptr<roaring_bitmap_t, FreeRoaring>;

class Archive {
 public:
  static const Archive& instance() {
    static const Archive archive;
    return archive;
  }

  const snapshot::PostingLists& postings() const { return *postings_; }
  const std::vector<Roaring>& bitmaps() const { return bitmaps_; }
  // What all bitmaps take, with what the allocator adds.
  double bitmap_megabytes() const { return bitmap_megabytes_; }
  // Blocklist number `list` of `size` tags.
  std::vector<std::uint32_t> blocklist(int list, std::size_t size) const {
    std::mt19937_64 random(static_cast<std::uint64_t>(list));
    const auto pick = [&](std::uint32_t from, std::uint32_t to) {
      return from + static_cast<std::uint32_t>(random() % (to - from));
    };
    std::vector<std::uint32_t> tags;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t share = i * 100 / size;
      tags.push_back(share < 4    ? pick(0, 100)
                     : share < 29 ? pick(100, 2'000)
                     : share < 62 ? pick(2'000, 20'000)
                                  : pick(20'000, kTags));
    }
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    return tags;
  }

 private:
  Archive() {
    const auto folder =
        std::filesystem::temp_directory_path() / ("set_bench." + std::to_string(::getpid()));
    {
      Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE);
      fill(database);
      database.commit();
      snapshot::FormUse use;
      const snapshot::ForwardIndex forward(database, kTags, use);
      postings_ = std::make_unique<snapshot::PostingLists>(forward, use);
    }
    std::filesystem::remove_all(folder);
    const double before = resident_megabytes();
    for (std::uint32_t tag = 0; tag < kTags; ++tag) {
      std::vector<std::uint32_t> works;
      postings_->for_each(static_cast<store::TagId>(tag),
                          [&](std::uint32_t work) { works.push_back(work); });
      bitmaps_.emplace_back(roaring_bitmap_of_ptr(works.size(), works.data()));
      roaring_bitmap_run_optimize(bitmaps_.back().get());
    }
    bitmap_megabytes_ = resident_megabytes() - before;
  }

  // Of this process.
  static double resident_megabytes() {
    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    statm >> pages >> pages;
    return pages * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
  }

  static void fill(Xapian::WritableDatabase& database) {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<store::PlacedTag> tags;
    for (std::uint32_t work = 0; work < kWorks; ++work) {
      tags.clear();
      for (int i = 0; i < kTagsOfWork; ++i) {
        // The inverse of a Zipf distribution with exponent 1.
        const double rank = std::pow(double{kTags}, uniform(random)) - 1;
        tags.push_back({static_cast<store::TagId>(rank), store::kOpenInMain});
      }
      std::sort(tags.begin(), tags.end(), [](auto a, auto b) { return a.tag < b.tag; });
      tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
      Xapian::Document document;
      document.add_value(static_cast<Xapian::valueno>(store::Slot::tags), store::encode_tags(tags));
      database.add_document(document);
    }
  }

  std::unique_ptr<snapshot::PostingLists> postings_;
  std::vector<Roaring> bitmaps_;
  double bitmap_megabytes_ = 0;
};

void union_of_posting_lists(benchmark::State& state) {
  const Archive& archive = Archive::instance();
  int list = 0;
  for (auto _ : state) {
    snapshot::DocBits excluded(kWorks + 1);
    for (const std::uint32_t tag :
         archive.blocklist(list++ % kLists, static_cast<std::size_t>(state.range(0))))
      archive.postings().add_to(excluded, static_cast<store::TagId>(tag));
    benchmark::DoNotOptimize(excluded.count());
  }
  state.counters["MB"] = static_cast<double>(archive.postings().bytes()) / 1e6;
}
BENCHMARK(union_of_posting_lists)->Arg(50)->Arg(300)->Arg(5000)->Unit(benchmark::kMicrosecond);

void union_of_roaring(benchmark::State& state) {
  const Archive& archive = Archive::instance();
  int list = 0;
  for (auto _ : state) {
    std::vector<const roaring_bitmap_t*> sets;
    for (const std::uint32_t tag :
         archive.blocklist(list++ % kLists, static_cast<std::size_t>(state.range(0))))
      sets.push_back(archive.bitmaps()[tag].get());
    const Roaring excluded(roaring_bitmap_or_many(sets.size(), sets.data()));
    benchmark::DoNotOptimize(roaring_bitmap_get_cardinality(excluded.get()));
  }
  state.counters["MB"] = archive.bitmap_megabytes();
}
BENCHMARK(union_of_roaring)->Arg(50)->Arg(300)->Arg(5000)->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
