// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
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
  // Less than 4 GB.
  explicit ReadingTable(std::string lines);

  // Throws Error(`io`) if `file` cannot be read.
  static ReadingTable load(const std::filesystem::path& file);

  // The table that is installed with ficsearch, read once; empty if it was built without EDICT.
  // Throws Error(`io`) if it is missing.
  static const ReadingTable& installed();

  // The readings of `surface` in katakana, best first; none if it is not in the table. The views
  // are valid as long as the table.
  std::vector<std::string_view> find(std::string_view surface) const;

  // Calls visit(surface, reading), views as above, for each reading of each surface that begins
  // with `beginning`, in the order of the table.
  template <typename Visit>
  void for_each_beginning(std::string_view beginning, Visit&& visit) const {
    for (std::string_view rest = from(beginning); rest.starts_with(beginning);) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), line.size() + 1));
      const std::string_view surface = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(line.size(), surface.size() + 1));
      while (!line.empty()) {
        const std::string_view reading = line.substr(0, line.find(' '));
        visit(surface, reading);
        line.remove_prefix(std::min(line.size(), reading.size() + 1));
      }
    }
  }

 private:
  // All lines from the first whose surface is not before `surface`.
  std::string_view from(std::string_view surface) const;

  // Where the line that holds `offset` ends, or the text.
  std::size_t end_of_line(std::size_t offset) const;

  static constexpr std::size_t kBlockBytes = 512;

  struct Block {
    std::uint64_t head;  // first bytes of its first line, which decide nearly every comparison
    std::uint32_t line;  // where that begins
  };

  // The first eight bytes of a text as a number that compares as they do.
  static std::uint64_t head_of(std::string_view text) noexcept;

  std::string lines_;
  std::vector<Block> blocks_;
};

}  // namespace ficsearch::text
