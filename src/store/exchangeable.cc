// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/exchangeable.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/stat.h>

#include <cstdio>

namespace ficsearch::store {
namespace {

using std::filesystem::path;

// A bind mount is one of its own.
bool are_on_one_mount(const path& a, const path& b) {
  struct statx of_a = {};
  struct statx of_b = {};
  return ::statx(AT_FDCWD, a.c_str(), AT_SYMLINK_NOFOLLOW, STATX_MNT_ID, &of_a) == 0 &&
         ::statx(AT_FDCWD, b.c_str(), AT_SYMLINK_NOFOLLOW, STATX_MNT_ID, &of_b) == 0 &&
         (of_a.stx_mask & STATX_MNT_ID) != 0 && of_a.stx_mnt_id == of_b.stx_mnt_id;
}

}  // namespace

bool can_exchange(const path& directory, const path& scratch) {
  if (!are_on_one_mount(directory, scratch)) return false;
  std::error_code failed;
  const path a = scratch / "a";
  const path b = scratch / "b";
  const bool can = std::filesystem::create_directory(a, failed) &&
                   std::filesystem::create_directory(b, failed) &&
                   ::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0;
  std::filesystem::remove(a, failed);
  std::filesystem::remove(b, failed);
  return can;
}

}  // namespace ficsearch::store
