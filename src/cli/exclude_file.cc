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

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// #NTR is a tag, as its works write it.
bool is_comment(std::string_view entry) {
  return entry.front() == '#' && (entry.size() == 1 || is_blank(entry[1]));
}

// An entry that nobody bears leaves nothing out, so what may have been meant as a comment is no
// part of one.
void refuse_comment_behind(std::string_view entry) {
  for (std::size_t mark = entry.find('#', 1); mark != std::string_view::npos;
       mark = entry.find('#', mark + 1))
    if (is_blank(entry[mark - 1]) && (mark + 1 == entry.size() || is_blank(entry[mark + 1])))
      throw Error(ErrorCode::bad_value, "a comment behind an entry would be part of its tag", {},
                  "put the comment on a line of its own; for a tag with # in it, leave out the "
                  "blank behind #");
}

// The search would refuse such an entry too, but could not say on which line it stands.
void check_entry(const FilterItem& item) {
  if (Normalizer().keys(Tier::surface, item.value).front().empty())
    throw Error(ErrorCode::empty_filter, "the entry names no tag", {},
                "remove the line, or begin it with # and a blank if it is a comment");
}

}  // namespace

std::vector<FilterItem> read_exclude_file(const std::string& file, Console& console) {
  std::vector<FilterItem> items;
  for_each_line(file, console, [&items](std::string_view line) {
    const std::string_view entry = trimmed(line);
    if (entry.empty() || is_comment(entry)) return;
    refuse_comment_behind(entry);
    items.push_back(parse_filter_item(entry));
    check_entry(items.back());
  });
  return items;
}

}  // namespace ficsearch::cli
