// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/durable_files.h"

#include <fcntl.h>
#include <stdio.h>  // renameat2
#include <unistd.h>
#include <xxhash.h>

#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "ficsearch/error.h"

namespace ficsearch::store {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& file) {
  const int code = errno;
  const std::string message =
      what + " " + file.string() + ": " + std::generic_category().message(code);
  if (code == ENOSPC || code == EDQUOT)
    throw Error(ErrorCode::disk_full, message, Place{.file = file.string()},
                "make room and run the command again");
  throw Error(ErrorCode::io, message, Place{.file = file.string()});
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& file, int flags)
      : file_(file), number_(::open(file.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) fail("cannot open", file);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  // Fewer bytes than there is room for only at the end.
  std::size_t read(char* to, std::size_t room) {
    std::size_t got = 0;
    while (got < room) {
      const ssize_t more = ::read(number_, to + got, room - got);
      if (more < 0 && errno == EINTR) continue;
      if (more < 0) fail("cannot read", file_);
      if (more == 0) break;
      got += static_cast<std::size_t>(more);
    }
    return got;
  }

  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(number_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail("cannot write", file_);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() {
    if (::fsync(number_) != 0) fail("cannot write", file_);
  }

  // A full or remote disk may say so only now.
  void close() {
    if (::close(std::exchange(number_, -1)) != 0) fail("cannot write", file_);
  }

 private:
  std::filesystem::path file_;
  int number_;
};

struct FreeState {
  void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
};

// Reads all of `in`, giving each chunk to `take`.
template <typename Take>
FileDigest digest_while(Descriptor& in, const OnBytes& on_bytes, Take take) {
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  XXH3_128bits_reset(state.get());
  FileDigest digest;
  std::vector<char> chunk(kChunkBytes);
  for (std::size_t got = chunk.size(); got == chunk.size();) {
    got = in.read(chunk.data(), chunk.size());
    XXH3_128bits_update(state.get(), chunk.data(), got);
    take(std::string_view(chunk.data(), got));
    digest.bytes += got;
    if (on_bytes) on_bytes(got);
  }
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const unsigned char byte : canonical.digest) {
    digest.hash += kDigits[byte >> 4];
    digest.hash += kDigits[byte & 15];
  }
  return digest;
}

std::filesystem::path directory_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

void write_durably(const std::filesystem::path& file, std::string_view content) {
  const std::filesystem::path fresh = file.string() + ".new";
  {
    Descriptor out(fresh, O_WRONLY | O_CREAT | O_TRUNC);
    out.write(content);
    out.sync();
    out.close();
  }
  if (::rename(fresh.c_str(), file.c_str()) != 0) fail("cannot write", file);
  sync_directory(directory_of(file));
}

FileDigest digest_of(const std::filesystem::path& file, const OnBytes& on_bytes) {
  Descriptor in(file, O_RDONLY);
  return digest_while(in, on_bytes, [](std::string_view) {});
}

FileDigest copy_durably(const std::filesystem::path& from, const std::filesystem::path& to,
                        const OnBytes& on_bytes) {
  Descriptor in(from, O_RDONLY);
  Descriptor out(to, O_WRONLY | O_CREAT | O_EXCL);
  FileDigest digest = digest_while(in, on_bytes, [&](std::string_view chunk) { out.write(chunk); });
  out.sync();
  out.close();
  return digest;
}

void sync_file(const std::filesystem::path& file) {
  Descriptor opened(file, O_RDONLY);
  opened.sync();
}

void sync_directory(const std::filesystem::path& directory) {
  Descriptor opened(directory, O_RDONLY | O_DIRECTORY);
  opened.sync();
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0)
    fail("cannot make", to);
  sync_directory(directory_of(to));
}

void exchange_durably(const std::filesystem::path& a, const std::filesystem::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) != 0)
    fail("cannot replace", b);
  sync_directory(directory_of(b));
}

}  // namespace ficsearch::store
