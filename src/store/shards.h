// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "store/shard_list.h"

namespace ficsearch::store {

// The shards of one index, open for reading, each at one revision until reopen().
//
// Document numbers of all of them together interleave: number n of shard k of m (from 0) is
// (n - 1) * m + k + 1. Threads: one.
class Shards {
 public:
  // Opens every shard that `stub` lists. They must be what one index could be: of one format, one
  // normalizer, one vocabulary and the same profiles. Throws Error, naming the shard: `io` if it
  // does not answer, `normalizer_mismatch`, `bad_dictionary` for another vocabulary or profile, and
  // what Reader throws.
  Shards(const std::filesystem::path& stub, const std::string& normalizer);

  // Moves every shard to its last commit; true if one of them has moved. Throws as the constructor
  // does; the connections are of no use afterwards.
  bool reopen();

  const std::vector<ShardPlace>& places() const noexcept { return places_; }
  // Each alone, in the order of the list: metadata of `together` is that of the first.
  const std::vector<Xapian::Database>& databases() const noexcept { return databases_; }
  // All of them as one, over the same connections.
  const Xapian::Database& together() const noexcept { return together_; }

 private:
  void check() const;
  void check_alone(std::size_t shard) const;
  void check_against_others(std::size_t shard) const;

  std::string normalizer_;  // of this program
  std::vector<ShardPlace> places_;
  std::vector<Xapian::Database> databases_;
  Xapian::Database together_;
};

}  // namespace ficsearch::store
