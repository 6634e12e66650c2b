// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/reading_table.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "ficsearch/error.h"
#include "text/data_file.h"

namespace ficsearch::text {
namespace {

std::vector<std::string_view> split(std::string_view readings) {
  std::vector<std::string_view> parts;
  for (std::size_t space = 0; space != std::string_view::npos;) {
    space = readings.find(' ');
    parts.push_back(readings.substr(0, space));
    readings.remove_prefix(space == std::string_view::npos ? readings.size() : space + 1);
  }
  return parts;
}

}  // namespace

ReadingTable::ReadingTable(std::string lines) : lines_(std::move(lines)) {
  for (std::size_t line = 0; line < lines_.size();) {
    blocks_.push_back(static_cast<std::uint32_t>(line));
    line = end_of_line(line + kBlockBytes - 1);
  }
}

// Read at once: character by character, a table of 10 MB would take 10 ms longer.
ReadingTable ReadingTable::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg();
  std::string lines(static_cast<std::size_t>(std::max<std::streamoff>(size, 0)), '\0');
  in.seekg(0);
  if (size < 0 || !in.read(lines.data(), size))
    throw Error(ErrorCode::io, "the table of readings cannot be read",
                Place{.file = file.string()});
  return ReadingTable(std::move(lines));
}

const ReadingTable& ReadingTable::installed() {
#ifdef FICSEARCH_EDICT_HASH
  static const ReadingTable table = load(data_file("edict-" FICSEARCH_EDICT_HASH ".tsv"));
#else
  static const ReadingTable table;
#endif
  return table;
}

std::vector<std::string_view> ReadingTable::find(std::string_view surface) const {
  const std::string_view rest = from(surface);
  const std::string_view line = rest.substr(0, rest.find('\n'));
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || line.substr(0, tab) != surface) return {};
  return split(line.substr(tab + 1));
}

// The first line of each block of text is known, so that only one block is walked through.
std::string_view ReadingTable::from(std::string_view surface) const {
  const auto is_before = [&](std::size_t line) {
    // A tab is less than what a longer surface has there.
    return lines_.compare(line, surface.size(), surface) < 0;
  };
  const auto behind = std::partition_point(blocks_.begin(), blocks_.end(), is_before);
  std::size_t line = behind == blocks_.begin() ? 0 : *std::prev(behind);
  while (line < lines_.size() && is_before(line)) line = end_of_line(line);
  return std::string_view(lines_).substr(line);
}

std::size_t ReadingTable::end_of_line(std::size_t offset) const {
  const std::size_t end = lines_.find('\n', offset);
  return end == std::string::npos ? lines_.size() : end + 1;
}

}  // namespace ficsearch::text
