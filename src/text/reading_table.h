// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ficsearch::text {

// Readings of whole words, looked up in a sorted table (text/edict_words.h writes it).
//
// Threads: const members may run in any number of threads at once. Cost: a table of EDICT takes 7
// MB of memory, a look-up one binary search.
class ReadingTable {
 public:
  // An empty table.
  ReadingTable() = default;

  // A table in memory: lines of a surface, a tab and readings with spaces between, sorted by bytes.
  explicit ReadingTable(std::string lines) : lines_(std::move(lines)) {}

  // Throws Error(`io`) if `file` cannot be read.
  static ReadingTable load(const std::filesystem::path& file);

  // The table that is installed with ficsearch, read once; empty if it was built without EDICT.
  // Throws Error(`io`) if it is missing.
  static const ReadingTable& installed();

  // The readings of `surface` in katakana, best first; none if it is not in the table. The views
  // are valid as long as the table.
  std::vector<std::string_view> find(std::string_view surface) const;

 private:
  std::string lines_;
};

}  // namespace ficsearch::text
