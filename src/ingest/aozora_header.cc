// SPDX-License-Identifier: GPL-3.0-or-later
// The lines bear no labels, so their place and form decide: the first is the title, those at the
// end that say 訳 or 編 are contributors, the last before them is the author, and what is left
// between is the original title if it is not in Japanese, else the subtitle.
#include "ingest/aozora_header.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "text/char_class.h"

namespace ficsearch::ingest {
namespace {

constexpr std::string_view kWideSpace = "　";

bool is_contributor(std::string_view line) {
  constexpr std::array<std::string_view, 6> kRoles{"訳", "編", "編纂", "校訂", "校註", "監修"};
  return std::any_of(kRoles.begin(), kRoles.end(),
                     [&](std::string_view role) { return line.ends_with(role); });
}

bool is_japanese(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();)
    if (text::is_cjk(base::next_code_point(text, offset))) return true;
  return false;
}

// "小泉八雲　Lafcadio Hearn" names one author twice. Readers may know, or avoid, either name.
std::vector<std::string> names_of_author(const std::string& line) {
  const std::size_t space = line.find(kWideSpace);
  if (space == std::string::npos) return {line};
  std::string other = line.substr(space + kWideSpace.size());
  if (is_japanese(other)) return {line};
  return {line.substr(0, space), std::move(other)};
}

}  // namespace

AozoraHeader read_aozora_header(const std::vector<std::string>& lines) {
  AozoraHeader header;
  if (lines.empty()) return header;
  header.title = lines.front();
  std::span<const std::string> rest(lines.begin() + 1, lines.end());
  while (rest.size() > 1 && is_contributor(rest.back())) {
    header.contributors.insert(header.contributors.begin(), rest.back());
    rest = rest.first(rest.size() - 1);
  }
  if (rest.empty()) return header;
  header.authors = names_of_author(rest.back());
  for (const std::string& line : rest.first(rest.size() - 1)) {
    if (is_japanese(line))
      header.title.append(" ").append(line);
    else
      header.original_titles.push_back(line);
  }
  return header;
}

}  // namespace ficsearch::ingest
