// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a seal, a field a line, its name and value separated by a space:
//   ficsearch-seal 1
//   uuid, revision, works, normalizer
//   file BYTES HASH NAME           once a file, by name
//   end XXH3-64 of all lines above, as 16 hexadecimal digits
#include "store/seal.h"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "ficsearch/error.h"
#include "store/format.h"
#include "store/metadata.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

constexpr std::string_view kFirstLine = "ficsearch-seal 1\n";
constexpr std::string_view kLockFile = "flintlock";  // Xapian's, always empty

[[noreturn]] void damaged() {
  throw Error(ErrorCode::index_corrupt, "the seal of the index is damaged", {},
              "restore a backup; if ficsearch index check --deep finds nothing after the file "
              "ficsearch.seal was removed, seal the index again");
}

std::string checksum_line(std::string_view text) {
  std::array<char, 24> line{};
  std::snprintf(line.data(), line.size(), "end %016llx\n",
                static_cast<unsigned long long>(XXH3_64bits(text.data(), text.size())));
  return line.data();
}

std::string_view take_until(std::string_view& text, char end) {
  const std::size_t length = text.find(end);
  if (length == std::string_view::npos) damaged();
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(length + 1);
  return taken;
}

std::uint64_t number_of(std::string_view digits) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) damaged();
  return number;
}

std::string_view take_field(std::string_view& text, std::string_view name) {
  std::string_view line = take_until(text, '\n');
  if (take_until(line, ' ') != name) damaged();
  return line;
}

}  // namespace

std::string to_text(const Seal& seal) {
  std::ostringstream text;
  text << kFirstLine << "uuid " << seal.uuid << "\nrevision " << seal.revision << "\nworks "
       << seal.works << "\nnormalizer " << seal.normalizer << "\n";
  for (const auto& [name, digest] : seal.files)
    text << "file " << digest.bytes << " " << digest.hash << " " << name << "\n";
  return text.str() + checksum_line(text.str());
}

Seal parse_seal(std::string_view text) {
  const std::size_t end = text.rfind("end ");
  if (end == std::string_view::npos || checksum_line(text.substr(0, end)) != text.substr(end) ||
      !text.starts_with(kFirstLine))
    damaged();
  text = text.substr(kFirstLine.size(), end - kFirstLine.size());
  Seal seal;
  seal.uuid = take_field(text, "uuid");
  seal.revision = number_of(take_field(text, "revision"));
  seal.works = number_of(take_field(text, "works"));
  seal.normalizer = take_field(text, "normalizer");
  while (!text.empty()) {
    std::string_view line = take_field(text, "file");
    FileDigest digest;
    digest.bytes = number_of(take_until(line, ' '));
    digest.hash = take_until(line, ' ');
    seal.files.emplace_back(line, std::move(digest));
  }
  return seal;
}

std::vector<std::string> files_of_index(const std::filesystem::path& directory) {
  std::vector<std::string> names;
  try {
    for (const auto& entry : std::filesystem::directory_iterator(directory)) {
      std::string name = entry.path().filename().string();
      if (name != kLockFile && !name.starts_with(kSealFile)) names.push_back(std::move(name));
    }
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorCode::io, "cannot read " + directory.string() + ": " + error.code().message(),
                Place{.file = directory.string()});
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::uint64_t bytes_of_index(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  for (const std::string& name : files_of_index(directory)) {
    std::error_code gone;  // it only says how far a progress line has come
    const std::uintmax_t size = std::filesystem::file_size(directory / name, gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

void sync_files_of_index(const std::filesystem::path& directory) {
  for (const std::string& name : files_of_index(directory)) sync_file(directory / name);
  sync_directory(directory);
}

Seal write_seal(const std::filesystem::path& directory, const OnBytes& on_bytes) {
  Seal seal;
  guarded(directory, [&] {
    const Xapian::Database database(directory.string());
    check_format(database, directory);
    seal.uuid = database.get_uuid();
    seal.revision = database.get_revision();
    seal.works = database.get_doccount();
    seal.normalizer = database.get_metadata(metadata::kNormalizer);
  });
  for (const std::string& name : files_of_index(directory))
    seal.files.emplace_back(name, digest_of(directory / name, on_bytes));
  write_durably(directory / kSealFile, to_text(seal));
  return seal;
}

std::optional<Seal> find_seal(const std::filesystem::path& directory) {
  const std::filesystem::path file = directory / kSealFile;
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Error(ErrorCode::io, "cannot read " + file.string(), Place{.file = file.string()});
  return parse_seal(text.str());
}

std::vector<std::string> differences_from(const Seal& seal, const std::filesystem::path& directory,
                                          const OnBytes& on_bytes) {
  std::vector<std::string> differences;
  std::vector<std::string> there = files_of_index(directory);
  for (const auto& [name, sealed] : seal.files) {
    const auto found = std::lower_bound(there.begin(), there.end(), name);
    if (found == there.end() || *found != name) {
      differences.push_back("the file " + name + " is missing");
      continue;
    }
    there.erase(found);
    const FileDigest now = digest_of(directory / name, on_bytes);
    if (now.bytes != sealed.bytes)
      differences.push_back("the file " + name + " has " + std::to_string(now.bytes) +
                            " bytes and was sealed with " + std::to_string(sealed.bytes));
    else if (now.hash != sealed.hash)
      differences.push_back("the file " + name + " is not what was sealed");
  }
  for (const std::string& name : there)
    differences.push_back("the file " + name + " is not in the seal");
  return differences;
}

void remove_seal(const std::filesystem::path& directory) {
  std::error_code failed;
  const bool was_sealed = std::filesystem::remove(directory / kSealFile, failed);
  if (failed)
    throw Error(ErrorCode::io,
                "cannot remove the seal of " + directory.string() + ": " + failed.message(),
                Place{.file = directory.string()});
  if (was_sealed) sync_directory(directory);
}

}  // namespace ficsearch::store
