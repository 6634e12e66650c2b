// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/reading_table.h"

#include <fstream>
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

// Invariant: that line begins in [low, high].
std::string_view ReadingTable::from(std::string_view surface) const {
  const std::string_view lines = lines_;
  std::size_t low = 0;
  std::size_t high = lines.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : lines.rfind('\n', middle - 1);
    const std::size_t begin = before == std::string_view::npos || before < low ? low : before + 1;
    const std::size_t end = std::min(lines.find('\n', begin), lines.size() - 1);
    const std::string_view line = lines.substr(begin, end - begin);
    if (line.substr(0, line.find('\t')) < surface)
      low = end + 1;
    else
      high = begin;
  }
  return lines.substr(low);
}

}  // namespace ficsearch::text
