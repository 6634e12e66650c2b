// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "text/byte_range.h"
#include "text/keys.h"

namespace ficsearch::text {

// Finds the source of one range of a mapped key after the other, in one walk over its runs.
//
// For callers who go through a whole text; source_range (text/keys.h) answers a single question and
// widens to graphemes. Keeps views of both arguments.
class SourceCursor {
 public:
  SourceCursor(const MappedKey& mapped, std::string_view source);
  SourceCursor(MappedKey&&, std::string_view) = delete;

  // From the start of the first to the end of the last source character that bytes [begin, end) of
  // the key were made from. Needs begin < end, both inside the key and neither below that of the
  // call before.
  ByteRange find(std::size_t begin, std::size_t end);

 private:
  // A run that an end of the range stands in. Whether it maps byte by byte is found out once a run,
  // because runs can be as long as the text.
  class Walker {
   public:
    void advance_to(std::size_t key_offset, const SourceCursor& cursor);
    const KeyRun& run(const SourceCursor& cursor) const { return cursor.mapped_.runs[index_]; }
    bool is_verbatim() const noexcept { return verbatim_; }

   private:
    std::size_t index_ = 0;
    bool known_ = false;
    bool verbatim_ = false;
  };

  const MappedKey& mapped_;
  std::string_view source_;
  Walker first_;
  Walker last_;
};

}  // namespace ficsearch::text
