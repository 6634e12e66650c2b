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
    blocks_.push_back(
        {head_of(std::string_view(lines_).substr(line)), static_cast<std::uint32_t>(line)});
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

// The first line of each block of text is known, so that only one block is walked through, and its
// first bytes are at hand, so that the search for it seldom reads the text.
std::string_view ReadingTable::from(std::string_view surface) const {
  const auto is_before = [&](std::size_t line) {
    // A tab is less than what a longer surface has there.
    return lines_.compare(line, surface.size(), surface) < 0;
  };
  const std::size_t known_bytes = std::min(surface.size(), sizeof(std::uint64_t));
  const std::uint64_t known = known_bytes == 0 ? 0 : ~std::uint64_t{0} << (64 - 8 * known_bytes);
  const std::uint64_t head = head_of(surface);
  const auto behind = std::partition_point(blocks_.begin(), blocks_.end(), [&](const Block& block) {
    const std::uint64_t its_head = block.head & known;
    return its_head != head ? its_head < head : is_before(block.line);
  });
  std::size_t line = behind == blocks_.begin() ? 0 : std::prev(behind)->line;
  while (line < lines_.size() && is_before(line)) line = end_of_line(line);
  return std::string_view(lines_).substr(line);
}

std::uint64_t ReadingTable::head_of(std::string_view text) noexcept {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof(head); ++i)
    head = head << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
  return head;
}

std::size_t ReadingTable::end_of_line(std::size_t offset) const {
  const std::size_t end = lines_.find('\n', offset);
  return end == std::string::npos ? lines_.size() : end + 1;
}

}  // namespace ficsearch::text
