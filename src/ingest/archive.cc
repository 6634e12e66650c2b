// SPDX-License-Identifier: GPL-3.0-or-later
// Each call opens the archive anew and goes through it once: libarchive has no random access, its
// list of members costs little, and no member is kept in memory that nobody asked for.
#include "ingest/archive.h"

#include <archive_entry.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/archive_guard.h"

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kBlockBytes = 64u << 10;

// The next member, with its name in `name`; null at the end.
archive_entry* next_entry(archive* handle, std::string& name) {
  archive_entry* entry = nullptr;
  const int result = archive_read_next_header(handle, &entry);
  if (result == ARCHIVE_EOF) return nullptr;
  if (result < ARCHIVE_WARN) throw_archive_error(handle, "read the list of the archive");
  const char* const written = archive_entry_pathname(entry);
  name = written == nullptr ? "" : written;
  return entry;
}

ArchiveHandle open_zip(const std::string& path) {
  ArchiveHandle handle = new_archive();
  // By its directory only: what reads on without one takes a cut archive for a whole one.
  archive_read_support_format_zip_seekable(handle.get());
  if (archive_read_open_filename(handle.get(), path.c_str(), kBlockBytes) != ARCHIVE_OK)
    throw_archive_error(handle.get(), "open the archive");
  return handle;
}

void refuse_encrypted(archive_entry* entry, const std::string& name) {
  if (archive_entry_is_encrypted(entry) != 0)
    throw Error(ErrorCode::bad_archive, "\"" + name + "\" in the archive is encrypted");
}

[[noreturn]] void throw_limit(const std::string& what, std::uint64_t limit) {
  throw Error(ErrorCode::out_of_range,
              what + " more than " + std::to_string(limit) + " are not read");
}

// A name in a message; archives may hold any bytes.
std::string shown(const std::string& name) {
  constexpr std::size_t kShownBytes = 80;
  return base::clean_text(name.substr(0, kShownBytes)).text;
}

}  // namespace

bool looks_like_zip(std::string_view head) noexcept {
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

Archive::Archive(std::string path, ArchiveLimits limits) : path_(std::move(path)), limits_(limits) {
  std::error_code ignored;
  archive_bytes_ = std::filesystem::file_size(path_, ignored);
  const Utf8Names utf8_names;
  const ArchiveHandle handle = open_zip(path_);
  std::string name;
  while (archive_entry* const entry = next_entry(handle.get(), name)) {
    if (members_.size() == limits_.max_members)
      throw_limit("the archive has too many members:", limits_.max_members);
    if (!names_.insert(name).second)
      throw Error(ErrorCode::bad_archive, "the archive has \"" + shown(name) + "\" twice");
    members_.push_back(
        {name, static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0))});
  }
}

bool Archive::has(std::string_view name) const {
  return names_.contains(name);
}

std::string Archive::read(const std::string& name) {
  if (!has(name)) throw Error(ErrorCode::bad_archive, "the archive has no \"" + shown(name) + '"');
  std::string found;
  read_each({name}, [&](const std::string&, std::string bytes) { found = std::move(bytes); });
  return found;
}

void Archive::read_each(const std::set<std::string>& names,
                        const std::function<void(const std::string&, std::string)>& visit) {
  const Utf8Names utf8_names;
  const ArchiveHandle handle = open_zip(path_);
  std::size_t wanted = static_cast<std::size_t>(
      std::count_if(names.begin(), names.end(), [&](const auto& name) { return has(name); }));
  std::string name;
  while (wanted > 0) {
    archive_entry* const entry = next_entry(handle.get(), name);
    if (entry == nullptr) throw Error(ErrorCode::bad_archive, "the archive changed while read");
    if (!names.contains(name)) continue;
    --wanted;
    refuse_encrypted(entry, shown(name));
    std::string bytes;
    for (std::vector<char> block(kBlockBytes);;) {
      const la_ssize_t count = archive_read_data(handle.get(), block.data(), block.size());
      if (count < 0)
        throw_archive_error(handle.get(), "unpack \"" + shown(name) + "\" from the archive");
      if (count == 0) break;
      bytes.append(block.data(), static_cast<std::size_t>(count));
      bytes_given_ += static_cast<std::uint64_t>(count);
      if (bytes.size() > limits_.max_member_bytes)
        throw_limit("\"" + shown(name) + "\" in the archive is too large: bytes",
                    limits_.max_member_bytes);
      if (bytes_given_ > limits_.max_total_bytes)
        throw_limit("the archive is too large: bytes", limits_.max_total_bytes);
      if (bytes_given_ > limits_.ratio_floor && bytes_given_ / limits_.max_ratio > archive_bytes_)
        throw Error(
            ErrorCode::out_of_range,
            "the archive grows over " + std::to_string(limits_.max_ratio) + " times its size");
    }
    visit(name, std::move(bytes));
  }
}

}  // namespace ficsearch::ingest
