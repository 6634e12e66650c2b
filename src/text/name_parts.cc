// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/name_parts.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/kanji.h"

// A line of ENAMDICT: 山崎 [やまざき] /(p,s) Yamazaki/
// s: surname, f, m, g: given name of a woman, of a man, of either; u: not sorted yet.
namespace ficsearch::text {
namespace {

struct Entry {
  std::string_view surface;
  std::string_view reading;
  std::string_view kinds;
};

std::optional<Entry> parse(std::string_view line) {
  const std::size_t open = line.find(" [");
  const std::size_t close = line.find("] /(");
  if (open == std::string_view::npos || close == std::string_view::npos || close < open)
    return std::nullopt;
  const std::string_view gloss = line.substr(close + 4);
  return Entry{line.substr(0, open), line.substr(open + 2, close - open - 2),
               gloss.substr(0, gloss.find(')'))};
}

bool has_kind(std::string_view kinds, std::string_view wanted) {
  while (!kinds.empty()) {
    const std::string_view kind = kinds.substr(0, kinds.find(','));
    if (kind.size() == 1 && wanted.find(kind) != std::string_view::npos) return true;
    kinds.remove_prefix(std::min(kinds.size(), kind.size() + 1));
  }
  return false;
}

bool has_kanji(std::string_view surface) noexcept {
  for (std::size_t offset = 0; offset < surface.size();)
    if (is_kanji(base::next_code_point(surface, offset))) return true;
  return false;
}

void add(WordReadings& parts, char part, const Entry& entry) {
  std::vector<std::string>& readings = parts[part + std::string(entry.surface)];
  if (std::find(readings.begin(), readings.end(), entry.reading) == readings.end())
    readings.emplace_back(entry.reading);
}

}  // namespace

WordReadings name_parts(std::string_view enamdict) {
  WordReadings parts;
  while (!enamdict.empty()) {
    const std::string_view line = enamdict.substr(0, enamdict.find('\n'));
    enamdict.remove_prefix(std::min(enamdict.size(), line.size() + 1));
    const auto entry = parse(line);
    if (!entry || !has_kanji(entry->surface)) continue;
    if (has_kind(entry->kinds, "su")) add(parts, kSurname, *entry);
    if (has_kind(entry->kinds, "fmgu")) add(parts, kGivenName, *entry);
  }
  return parts;
}

}  // namespace ficsearch::text
