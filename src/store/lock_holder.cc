// SPDX-License-Identifier: GPL-3.0-or-later
// Xapian locks by open file description, which the kernel names no process for: F_OFD_GETLK says
// -1. But /proc/PID/fdinfo/N lists the locks that are held by what a descriptor refers to.
#include "store/lock_holder.h"

#include <sys/stat.h>

#include <charconv>
#include <fstream>
#include <string>
#include <system_error>

namespace ficsearch::store {
namespace {

namespace fs = std::filesystem;

bool is_same_file(const fs::path& descriptor, const struct stat& file) {
  struct stat opened {};
  return ::stat(descriptor.c_str(), &opened) == 0 && opened.st_dev == file.st_dev &&
         opened.st_ino == file.st_ino;
}

bool holds_a_lock(const fs::path& descriptor_info) {
  std::ifstream in(descriptor_info);
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("lock:")) return true;
  return false;
}

bool holds_lock_of(const fs::path& process, const struct stat& file) {
  std::error_code not_ours;
  fs::directory_iterator descriptors(process / "fd", not_ours);
  for (; !not_ours && descriptors != fs::directory_iterator(); descriptors.increment(not_ours))
    if (is_same_file(descriptors->path(), file) &&
        holds_a_lock(process / "fdinfo" / descriptors->path().filename()))
      return true;
  return false;
}

}  // namespace

std::optional<pid_t> find_lock_holder(const fs::path& directory) {
  struct stat lock {};
  if (::stat((directory / "flintlock").c_str(), &lock) != 0) return std::nullopt;
  std::error_code failed;
  fs::directory_iterator processes("/proc", failed);
  for (; !failed && processes != fs::directory_iterator(); processes.increment(failed)) {
    const std::string name = processes->path().filename();
    pid_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() &&
        holds_lock_of(processes->path(), lock))
      return number;
  }
  return std::nullopt;
}

}  // namespace ficsearch::store
