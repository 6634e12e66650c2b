// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ficsearch/import.h"
#include "ficsearch/work.h"

namespace ficsearch::ingest {

// What a reader made of one record.
struct ReadWork {
  Work work;
  std::vector<std::string> unknown_keys;  // kept in work.extra
  std::size_t replaced_bytes = 0;         // ill-formed bytes that became U+FFFD
  std::vector<std::string> notes = {};    // what the reader was not sure of, for people
};
using ReadResult = std::variant<ReadWork, Reject>;

// The works of one source, one after another.
//
// A broken record is a Reject in its place; the ones after it are still read. Only a source that
// cannot be read at all throws: Error(`io`, `unknown_format`). Threads: one at a time.
class WorkReader {
 public:
  virtual ~WorkReader() = default;
  // The next record; nullopt at the end of the source.
  virtual std::optional<ReadResult> next() = 0;
  // Bytes of the source read so far, and how many it has (0 if unknown).
  virtual std::uint64_t bytes_read() const = 0;
  virtual std::uint64_t bytes_total() const = 0;
};

}  // namespace ficsearch::ingest
