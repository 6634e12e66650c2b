// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/decompressor.h"

#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <string>
#include <utility>

#include "ficsearch/error.h"

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kBlockBytes = 64u << 10;
constexpr const char* kDoing = "unpack the source";

using namespace std::string_view_literals;
constexpr std::array kMagic{"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv};

la_ssize_t take_block(archive*, void* decompressor, const void** bytes) {
  return static_cast<la_ssize_t>(static_cast<Decompressor*>(decompressor)->take(bytes));
}

}  // namespace

bool looks_compressed(std::string_view head) noexcept {
  return std::any_of(kMagic.begin(), kMagic.end(),
                     [&](std::string_view magic) { return head.starts_with(magic); });
}

Decompressor::Decompressor(std::unique_ptr<ByteSource> compressed)
    : compressed_(std::move(compressed)), block_(kBlockBytes) {}

std::size_t Decompressor::take(const void** bytes) {
  *bytes = block_.data();
  try {
    return compressed_->read(block_.data(), block_.size());
  } catch (...) {  // an exception may not pass through C; open() and read() throw it on
    failure_ = std::current_exception();
    return 0;
  }
}

std::size_t Decompressor::read(char* buffer, std::size_t max_bytes) {
  if (!archive_) open();
  const la_ssize_t count = archive_read_data(archive_.get(), buffer, max_bytes);
  if (failure_) std::rethrow_exception(failure_);
  if (count < 0) throw_archive_error(archive_.get(), kDoing);
  bytes_given_ += static_cast<std::uint64_t>(count);
  refuse_bomb();
  return static_cast<std::size_t>(count);
}

void Decompressor::open() {
  archive_ = new_archive();
  archive* const handle = archive_.get();
  archive_read_support_filter_gzip(handle);
  archive_read_support_filter_zstd(handle);
  archive_read_support_filter_xz(handle);
  archive_read_support_format_raw(handle);
  archive_entry* entry = nullptr;
  const bool opened = archive_read_open(handle, this, nullptr, take_block, nullptr) == ARCHIVE_OK &&
                      archive_read_next_header(handle, &entry) == ARCHIVE_OK;
  if (failure_) std::rethrow_exception(failure_);
  if (!opened) throw_archive_error(handle, kDoing);
  // One filter, and the one that stands for the file itself.
  if (archive_filter_count(handle) > 2)
    throw Error(ErrorCode::bad_archive, "the source is compressed more than once", {},
                "unpack it once");
}

void Decompressor::refuse_bomb() const {
  if (bytes_given_ > kRatioFloor && bytes_given_ / kMaxRatio > bytes_taken())
    throw Error(ErrorCode::bad_archive,
                "the source grows over " + std::to_string(kMaxRatio) + " times its size", {},
                "unpack it first if that is as it should be");
}

}  // namespace ficsearch::ingest
