// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exclude_file.h"

#include "cli/input_lines.h"
#include "ficsearch/error.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// The search would refuse such an entry too, but could not say on which line it stands.
void check_entry(const FilterItem& item) {
  if (Normalizer().keys(Tier::surface, item.value).front().empty())
    throw Error(ErrorCode::empty_filter, "the entry names no tag", {},
                "remove the line, or begin it with # if it is a comment");
}

}  // namespace

std::vector<FilterItem> read_exclude_file(const std::string& file, Console& console) {
  std::vector<FilterItem> items;
  for_each_line(file, console, [&items](std::string_view line) {
    const std::string_view entry = trimmed(line);
    if (entry.empty() || entry.front() == '#') return;
    items.push_back(parse_filter_item(entry));
    check_entry(items.back());
  });
  return items;
}

}  // namespace ficsearch::cli
