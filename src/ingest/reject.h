// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "ficsearch/error.h"
#include "ficsearch/import.h"

namespace ficsearch::ingest {

// Where a record stands.
struct RecordPlace {
  std::string source;             // path, or "-"
  std::size_t line = 0;           // from 1; 0 if the source has no lines
  std::uint64_t byte_offset = 0;  // of the record in the source
};

// The refusal of the record at `place`, with the hint of `error` in its message. The caller adds
// the id and the bytes of the record if it has them.
Reject to_reject(const Error& error, RecordPlace place);

}  // namespace ficsearch::ingest
