// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/half_beginning.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

namespace ficsearch::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLock = "flintlock";
constexpr const char* kVersion = "iamglass";     // comes last
constexpr const char* kFutureVersion = "v.tmp";  // that is renamed to it

bool is_of_half_beginning(const fs::directory_entry& file) {
  if (file.symlink_status().type() != fs::file_type::regular) return false;
  const fs::path name = file.path().filename();
  if (name == kFutureVersion) return true;
  return (name == kLock || name.extension() == ".glass") && file.file_size() == 0;
}

// Holds the lock of Xapian's writers, as they do (an open file description lock of the first byte).
class LockOfWriters {
 public:
  explicit LockOfWriters(const fs::path& directory)
      : file_(::open((directory / kLock).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666)) {
    struct flock first_byte = {};
    first_byte.l_type = F_WRLCK;
    first_byte.l_whence = SEEK_SET;
    first_byte.l_len = 1;
    is_held_ = file_ >= 0 && ::fcntl(file_, F_OFD_SETLK, &first_byte) == 0;
  }
  LockOfWriters(const LockOfWriters&) = delete;
  LockOfWriters& operator=(const LockOfWriters&) = delete;
  ~LockOfWriters() {
    if (file_ >= 0) ::close(file_);
  }

  bool is_held() const noexcept { return is_held_; }

 private:
  int file_;
  bool is_held_ = false;
};

}  // namespace

bool holds_half_beginning(const fs::path& directory) {
  if (fs::exists(directory / kVersion) || fs::is_empty(directory)) return false;
  const fs::directory_iterator files(directory);
  return std::all_of(begin(files), end(files), is_of_half_beginning);
}

void remove_half_beginning(const fs::path& directory) {
  const LockOfWriters lock(directory);
  // Looked at again, as another may have made an index before the lock was held.
  if (!lock.is_held() || !holds_half_beginning(directory)) return;
  for (const fs::directory_entry& file : fs::directory_iterator(directory))
    if (file.path().filename() != kLock) fs::remove(file.path());
}

}  // namespace ficsearch::store
