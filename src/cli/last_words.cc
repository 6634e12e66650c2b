// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/last_words.h"

#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <exception>
#include <new>
#include <string>

#include "cli/exit_code.h"
#include "cli/messages.h"

namespace ficsearch::cli {
namespace {

// A handler of std::terminate can reach nothing but globals.
std::array<char, 4096> named_index{};

bool is_full(const char* directory) {
  constexpr std::uint64_t kLittle = 1 << 20;
  struct statvfs disk {};
  return ::statvfs(directory, &disk) == 0 && std::uint64_t{disk.f_bavail} * disk.f_frsize < kLittle;
}

bool is_out_of_memory(const std::exception_ptr& failure) {
  try {
    if (failure) std::rethrow_exception(failure);
  } catch (const std::bad_alloc&) {  // the only way to ask an exception_ptr what it is
    return true;
  } catch (...) {
  }
  return false;
}

[[noreturn]] void say_and_end() {
  if (is_out_of_memory(std::current_exception())) {
    write_out_of_memory();
    ::_exit(static_cast<int>(ExitCode::machine));
  }
  const std::string index(named_index.data());
  if (!index.empty() && is_full(named_index.data()))
    write_error_text("ficsearch: no space left for " + index +
                     "\nhint: make room and run the command again; what was committed is intact\n");
  else
    write_error_text("ficsearch: a failure ended the program, most likely of the disk of " +
                     (index.empty() ? "the index" : index) +
                     "\nhint: look after the disk and run the command again; what was committed is "
                     "intact\n");
  ::_exit(static_cast<int>(ExitCode::machine));
}

}  // namespace

void install_last_words() {
  std::set_terminate(say_and_end);
}

void write_out_of_memory() noexcept {
  write_error_text("ficsearch: out of memory");
  if (named_index.front() != '\0') {
    write_error_text(" while working with ");
    write_error_text(named_index.data());
  }
  write_error_text(
      "\nhint: free memory or raise the limit, and run the command again; an import needs less "
      "with "
      "--memory 256M --jobs 1; what was committed is intact\n");
}

void name_in_last_words(const std::filesystem::path& index) {
  named_index.fill('\0');
  index.native().copy(named_index.data(), named_index.size() - 1);
}

}  // namespace ficsearch::cli
