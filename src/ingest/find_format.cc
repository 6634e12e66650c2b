// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/find_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/aozora_text.h"
#include "ingest/archive.h"
#include "ingest/calibre_reader.h"
#include "ingest/cbz_reader.h"
#include "ingest/csv_reader.h"
#include "ingest/epub_reader.h"
#include "ingest/html_reader.h"
#include "ingest/json_reader.h"
#include "ingest/text_reader.h"

namespace ficsearch::ingest {
namespace {

// Enough to meet ruby or a note; Aozora Bunko explains its symbols on the first page.
constexpr std::size_t kHeadBytes = 64u << 10;
// Enough to tell JSON, and no more: a program that feeds a pipe may wait for us.
constexpr std::size_t kPipeHeadBytes = 8;

// What a file that we do not read begins with, and what to call it.
struct Signature {
  std::string_view bytes;
  std::string_view what;
};
using namespace std::string_view_literals;
constexpr std::array kForeign{
    Signature{"PK\x03\x04"sv, "a ZIP archive that is neither an EPUB nor a comic"},
    Signature{"SQLite format 3"sv, "a database that is no Calibre library"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    Signature{"Rar!"sv, "a RAR archive"},
    Signature{"\x1F\x8B"sv, "gzip data"},
    Signature{"\x28\xB5\x2F\xFD"sv, "Zstandard data"},
    Signature{"\xFF\xFE"sv, "UTF-16 text; convert it to UTF-8"},
    Signature{"\xFE\xFF"sv, "UTF-16 text; convert it to UTF-8"},
    Signature{"%PDF"sv, "a PDF document"},
    Signature{"<"sv, "XML"},
};

std::string_view without_blank_start(std::string_view head) {
  if (head.starts_with(base::kByteOrderMark)) head.remove_prefix(base::kByteOrderMark.size());
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return head;
}

bool is_binary(std::string_view head) {
  return head.find('\0') != std::string_view::npos;
}

std::string describe(const InputFile& file, std::string_view head) {
  if (head.empty()) return "an empty file";
  std::string what = file.is_compressed() ? "compressed " : "";
  for (const Signature& signature : kForeign)
    if (head.starts_with(signature.bytes)) return what.append(signature.what);
  return what + (is_binary(head) ? "binary data" : "plain text without markup");
}

// What begins as JSON; nullopt if it does not.
std::optional<Format> json_format(std::string_view start) {
  if (start.starts_with('[')) return Format::json;
  if (start.starts_with('{')) return is_record_of_lines(start) ? Format::json : Format::jsonl;
  return std::nullopt;
}

std::optional<Format> table_format(std::string_view start, const ColumnMap* columns) {
  if (is_binary(start)) return std::nullopt;
  const auto delimiter = find_delimiter(start, columns);
  if (!delimiter) return std::nullopt;
  return delimiter == '\t' ? Format::tsv : Format::csv;
}

std::optional<Format> archive_format(const std::string& path) {
  const Archive archive(path);
  if (is_epub(archive)) return Format::epub;
  if (is_cbz(archive)) return Format::cbz;
  return std::nullopt;
}

std::optional<Format> book_format(const std::string& path, std::string_view head) {
  const std::string_view start = without_blank_start(head);
  if (looks_like_zip(head)) return archive_format(path);
  if (looks_like_sqlite(head))
    return is_calibre_library(path) ? std::optional(Format::calibre) : std::nullopt;
  if (looks_like_html(start)) return Format::html;
  if (is_binary(head)) return std::nullopt;
  if (looks_like_aozora(head)) return Format::aozora;
  return std::nullopt;
}

}  // namespace

bool is_dump(Format format) noexcept {
  constexpr std::array kDumps{Format::jsonl, Format::json, Format::csv, Format::tsv};
  return std::find(kDumps.begin(), kDumps.end(), format) != kDumps.end();
}

Format find_format(InputFile& file, const ColumnMap* columns) {
  const bool is_pipe = file.path() == "-";
  const std::string_view head = file.peek(is_pipe ? kPipeHeadBytes : kHeadBytes);
  const std::string_view start = without_blank_start(head);
  // What describes a text says that it is one, whatever it begins with.
  if (!file.is_compressed() && !is_binary(head) && find_sidecar(file.source())) return Format::text;
  if (const auto format = json_format(start)) return *format;
  if (is_pipe && !file.is_compressed()) return Format::jsonl;
  if (const auto format = table_format(start, columns)) return *format;
  if (!file.is_compressed())
    if (const auto format = book_format(file.path(), head)) return *format;
  throw Error(ErrorCode::unknown_format,
              "no reader knows this source: it looks like " + describe(file, start),
              Place{.file = file.path()},
              "sources are dumps (JSON Lines, JSON, CSV, TSV), EPUB, comics with ComicInfo.xml, "
              "HTML, Calibre libraries, Aozora Bunko texts, and plain texts with a JSON file");
}

}  // namespace ficsearch::ingest
