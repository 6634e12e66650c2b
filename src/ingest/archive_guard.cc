// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/archive_guard.h"

#include <cerrno>
#include <new>

#include "ficsearch/error.h"

namespace ficsearch::ingest {

ArchiveHandle new_archive() {
  ArchiveHandle handle{archive_read_new()};
  if (!handle) throw std::bad_alloc();
  return handle;
}

void throw_archive_error(archive* handle, const std::string& doing) {
  if (archive_errno(handle) == ENOMEM) throw std::bad_alloc();
  const char* const reason = archive_error_string(handle);
  throw Error(ErrorCode::bad_archive,
              "cannot " + doing + ": " + (reason == nullptr ? "it is damaged" : reason), {},
              "fetch or pack it anew");
}

Utf8Names::Utf8Names()
    : ours_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
      before_(ours_ == nullptr ? nullptr : ::uselocale(ours_)) {
  if (ours_ == nullptr) throw Error(ErrorCode::io, "the locale C.UTF-8 is missing");
}

Utf8Names::~Utf8Names() {
  ::uselocale(before_);
  ::freelocale(ours_);
}

}  // namespace ficsearch::ingest
