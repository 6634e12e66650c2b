// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <archive.h>
#include <locale.h>

#include <memory>
#include <string>

namespace ficsearch::ingest {

struct ArchiveFree {
  void operator()(archive* handle) const noexcept { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, ArchiveFree>;

// A handle that reads nothing yet. Throws std::bad_alloc.
ArchiveHandle new_archive();

// Throws Error(`bad_archive`): `doing` completes "cannot ...", and libarchive says why. Throws
// std::bad_alloc if that is the reason.
[[noreturn]] void throw_archive_error(archive* handle, const std::string& doing);

// While it lives, this thread's locale reads names as UTF-8, as libarchive needs; the program's
// locale stays as it is.
class Utf8Names {
 public:
  Utf8Names();
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  ~Utf8Names();

 private:
  locale_t ours_;
  locale_t before_;
};

}  // namespace ficsearch::ingest
