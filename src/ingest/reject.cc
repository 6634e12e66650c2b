// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/reject.h"

#include <utility>

namespace ficsearch::ingest {

Reject to_reject(const Error& error, RecordPlace place) {
  std::string message = error.what();
  if (!error.hint().empty()) message.append("; ").append(error.hint());
  return {.code = error.code(),
          .message = std::move(message),
          .source = std::move(place.source),
          .line = place.line,
          .byte_offset = place.byte_offset,
          .id = {},
          .record = {}};
}

}  // namespace ficsearch::ingest
