// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ficsearch::store {

// One of the parts that an index is built of (store/segments.h): of level 0 it is a batch, of the
// next level so many neighbours of the one before.
struct PartName {
  std::size_t level = 0;
  std::uint64_t place = 0;
  auto operator<=>(const PartName&) const = default;
};

// What the whole has to know of a part.
struct PartTotals {
  std::uint32_t last_document = 0;
  std::uint32_t entries = 0;  // of the registry, with all parts before; 0: as many as before
  // What the part adds to the sums of metadata_sum.h.
  std::uint64_t tag_sum = 0;
  std::uint64_t meaning_sum = 0;

  // Of this part and one behind it.
  void append(const PartTotals& next);
  bool operator==(const PartTotals&) const = default;
};

using PartMap = std::map<PartName, PartTotals>;

// The index that parts go on from. Deleting works and editing settings leave it the same; new works
// or tags and a new copy of the index make another.
struct BuildBase {
  std::string uuid;
  std::uint32_t last_document = 0;
  std::uint32_t entries = 0;  // of the registry
  bool operator==(const BuildBase&) const = default;
};

// The parts that are on the disk, so that the next import can go on from them should this one be
// killed: a file beside them.
struct FinishedParts {
  BuildBase base;
  PartMap parts;
  bool operator==(const FinishedParts&) const = default;
};

std::string to_text(const FinishedParts& finished);
// nullopt for anything that to_text did not make: such parts are made anew.
std::optional<FinishedParts> parse_finished_parts(std::string_view text);

// The file, in the directory of the parts.
std::filesystem::path finished_parts_file(const std::filesystem::path& directory);
// Puts the file into the directory of the parts. Throws Error: `io`, `disk_full`.
void save_finished_parts(const FinishedParts& finished, const std::filesystem::path& directory);
// nullopt: there is none that can be read.
std::optional<FinishedParts> find_finished_parts(const std::filesystem::path& directory);

}  // namespace ficsearch::store
