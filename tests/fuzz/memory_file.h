// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>

#include "fuzz/expect.h"

namespace ficsearch::fuzz {

// A file that holds `bytes` as long as it lives, and never touches a disk.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("source", MFD_CLOEXEC)) {
    expect(descriptor_ >= 0, "a file can be made in memory");
    const ::ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    expect(std::cmp_equal(written, bytes.size()), "the file takes the bytes");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace ficsearch::fuzz
