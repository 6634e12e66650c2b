// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/source_cursor.h"

#include <cassert>

namespace ficsearch::text {

SourceCursor::SourceCursor(const MappedKey& mapped, std::string_view source)
    : mapped_(mapped), source_(source) {}

void SourceCursor::Walker::advance_to(std::size_t key_offset, const SourceCursor& cursor) {
  while (run(cursor).key_end <= key_offset) {
    ++index_;
    known_ = false;
  }
  if (known_) return;
  const KeyRun& here = run(cursor);
  verbatim_ =
      std::string_view(cursor.mapped_.key).substr(here.key_begin, here.key_end - here.key_begin) ==
      cursor.source_.substr(here.source_begin, here.source_end - here.source_begin);
  known_ = true;
}

ByteRange SourceCursor::find(std::size_t begin, std::size_t end) {
  assert(begin < end && end <= mapped_.key.size());
  first_.advance_to(begin, *this);
  last_.advance_to(end - 1, *this);
  const KeyRun& first = first_.run(*this);
  const KeyRun& last = last_.run(*this);
  return {
      first_.is_verbatim() ? first.source_begin + (begin - first.key_begin) : first.source_begin,
      last_.is_verbatim() ? last.source_begin + (end - last.key_begin) : last.source_end};
}

}  // namespace ficsearch::text
