// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/aozora_reader.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/aozora_colophon.h"
#include "ingest/aozora_header.h"
#include "ingest/aozora_layout.h"
#include "ingest/aozora_markup.h"
#include "ingest/aozora_text.h"
#include "ingest/work_fields.h"
#include "ingest/work_file.h"

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kWorkNumberDigits = 6;

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), base::is_ascii_digit);
}

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kWideSpace = "　";
  for (;;) {
    if (line.starts_with(' '))
      line.remove_prefix(1);
    else if (line.ends_with(' '))
      line.remove_suffix(1);
    else if (line.starts_with(kWideSpace))
      line.remove_prefix(kWideSpace.size());
    else if (line.ends_with(kWideSpace))
      line.remove_suffix(kWideSpace.size());
    else
      return line;
  }
}

std::vector<std::string> plain_lines(const std::vector<std::string_view>& lines,
                                     AozoraMarkup& markup) {
  std::vector<std::string> plain;
  for (const std::string_view line : lines)
    if (auto text = markup.plain_line(line)) plain.push_back(*std::move(text));
  return plain;
}

template <typename Lines>
std::string joined(const Lines& lines) {
  std::string text;
  for (const auto& line : lines) {
    if (!text.empty()) text += '\n';
    text += line;
  }
  return text;
}

void set_header(Work& work, const std::vector<std::string_view>& lines, AozoraMarkup& markup) {
  std::vector<std::string> plain = plain_lines(lines, markup);
  for (std::string& line : plain) line = std::string(trimmed(line));
  AozoraHeader header = read_aozora_header(plain);
  work.title = std::move(header.title);
  // Its language is not said.
  if (!header.original_titles.empty())
    work.titles.emplace_back("und", std::move(header.original_titles));
  for (const std::string& author : header.authors) add_name(work.authors, author, "authors");
  add_extra(work, "contributors", header.contributors);
}

void set_colophon(Work& work, const std::vector<std::string_view>& lines) {
  if (lines.empty()) return;
  const AozoraDates dates = find_aozora_dates(lines);
  work.published = dates.released;
  work.updated = dates.corrected;
  add_extra(work, "colophon", joined(lines));
}

Work read_work(std::string_view text, std::string id) {
  const AozoraLayout layout = lay_out_aozora(text);
  AozoraMarkup markup;
  Work work;
  work.id = std::move(id);
  work.language = "ja";
  work.status = "complete";
  set_header(work, layout.header, markup);
  if (work.title.empty())
    throw Error(ErrorCode::missing_title, "the file does not begin with a title");
  work.text = joined(plain_lines(layout.body, markup));
  work.readings = markup.readings();
  set_colophon(work, layout.colophon);
  return work;
}

ReadWork read_file(InputFile& file) {
  const std::string_view bytes = whole_file(file);
  std::string id = aozora_id(file.source());
  const AozoraText text = decode_aozora(bytes);
  return {.work = read_work(text.utf8, std::move(id)),
          .unknown_keys = {},
          .replaced_bytes = text.replaced_bytes};
}

}  // namespace

std::unique_ptr<WorkReader> read_aozora(InputFile file) {
  std::string id = aozora_id(file.source());
  return read_work_file(std::move(file), std::move(id), read_file);
}

std::string aozora_id(const SourceFile& file) {
  const std::string_view path = file.path;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::string_view stem = name.substr(0, name.rfind('.'));
  const std::size_t first = stem.find('_');
  const std::size_t second = first == std::string_view::npos ? first : stem.find('_', first + 1);
  if (second == std::string_view::npos) return stem_of(file);
  const std::string_view number = stem.substr(0, first);
  const std::string_view kind = stem.substr(first + 1, second - first - 1);
  const bool is_library_name = is_number(number) && number.size() <= kWorkNumberDigits &&
                               (kind == "ruby" || kind == "txt") &&
                               is_number(stem.substr(second + 1));
  if (!is_library_name) return stem_of(file);
  return "aozora:" + std::string(kWorkNumberDigits - number.size(), '0') + std::string(number);
}

}  // namespace ficsearch::ingest
