// SPDX-License-Identifier: GPL-3.0-or-later
// The text, a line each, its words separated by spaces:
//   ficsearch-parts 1
//   base UUID LAST-DOCUMENT ENTRIES
//   part LEVEL PLACE LAST-DOCUMENT ENTRIES TAG-SUM MEANING-SUM      once a part
//   end XXH3-64 of all lines above, as a number
#include "store/finished_parts.h"

#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "store/durable_files.h"

namespace ficsearch::store {
namespace {

constexpr std::string_view kFirstLine = "ficsearch-parts 1\n";

std::string last_line(std::string_view text) {
  return "end " + std::to_string(XXH3_64bits(text.data(), text.size())) + "\n";
}

}  // namespace

void PartTotals::append(const PartTotals& next) {
  last_document = std::max(last_document, next.last_document);
  entries = std::max(entries, next.entries);
  tag_sum += next.tag_sum;
  meaning_sum += next.meaning_sum;
}

std::string to_text(const FinishedParts& finished) {
  std::ostringstream text;
  text << kFirstLine << "base " << finished.base.uuid << " " << finished.base.last_document << " "
       << finished.base.entries << "\n";
  for (const auto& [name, totals] : finished.parts)
    text << "part " << name.level << " " << name.place << " " << totals.last_document << " "
         << totals.entries << " " << totals.tag_sum << " " << totals.meaning_sum << "\n";
  return text.str() + last_line(text.str());
}

std::optional<FinishedParts> parse_finished_parts(std::string_view text) {
  const std::size_t end = text.rfind("end ");
  if (end == std::string_view::npos || last_line(text.substr(0, end)) != text.substr(end) ||
      !text.starts_with(kFirstLine))
    return std::nullopt;
  std::istringstream lines(std::string(text.substr(kFirstLine.size(), end - kFirstLine.size())));
  FinishedParts finished;
  std::string word;
  if (!(lines >> word >> finished.base.uuid >> finished.base.last_document >>
        finished.base.entries) ||
      word != "base")
    return std::nullopt;
  while (lines >> word) {
    PartName name;
    PartTotals totals;
    if (word != "part" || !(lines >> name.level >> name.place >> totals.last_document >>
                            totals.entries >> totals.tag_sum >> totals.meaning_sum))
      return std::nullopt;
    finished.parts.emplace(name, totals);
  }
  return finished;
}

std::filesystem::path finished_parts_file(const std::filesystem::path& directory) {
  return directory / "finished";
}

void save_finished_parts(const FinishedParts& finished, const std::filesystem::path& directory) {
  write_durably(finished_parts_file(directory), to_text(finished));
}

std::optional<FinishedParts> find_finished_parts(const std::filesystem::path& directory) {
  std::ifstream in(finished_parts_file(directory), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return std::nullopt;
  return parse_finished_parts(text.str());
}

}  // namespace ficsearch::store
