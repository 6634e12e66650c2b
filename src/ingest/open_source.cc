// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/open_source.h"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/aozora_reader.h"
#include "ingest/aozora_text.h"
#include "ingest/input_file.h"
#include "ingest/jsonl_reader.h"

namespace ficsearch::ingest {
namespace {

// Enough to meet ruby or a note; Aozora Bunko explains its symbols on the first page.
constexpr std::size_t kHeadBytes = 64u << 10;

// What a file that we do not read begins with, and what to call it.
struct Signature {
  std::string_view bytes;
  std::string_view what;
};
using namespace std::string_view_literals;
constexpr std::array kForeign{
    Signature{"["sv, "a JSON array; write one object a line instead"},
    Signature{"PK\x03\x04"sv, "a ZIP or EPUB archive"},
    Signature{"\x1F\x8B"sv, "gzip data; unpack it first"},
    Signature{"\x28\xB5\x2F\xFD"sv, "Zstandard data; unpack it first"},
    Signature{"\xFD"
              "7zXZ"sv,
              "xz data; unpack it first"},
    Signature{"\xFF\xFE"sv, "UTF-16 text; convert it to UTF-8"},
    Signature{"\xFE\xFF"sv, "UTF-16 text; convert it to UTF-8"},
    Signature{"%PDF"sv, "a PDF document"},
    Signature{"<"sv, "HTML or XML"},
};

std::string_view without_blank_start(std::string_view head) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  return head;
}

std::string_view describe(std::string_view head) {
  for (const Signature& signature : kForeign)
    if (head.starts_with(signature.bytes)) return signature.what;
  if (head.find('\0') != std::string_view::npos) return "binary data";
  return "plain text without markup";
}

Format find_format(std::string_view head, const std::string& path) {
  const std::string_view start = without_blank_start(head);
  // An empty dump is a dump of no works.
  if (start.empty() || start.starts_with('{')) return Format::jsonl;
  if (looks_like_aozora(head)) return Format::aozora;
  throw Error(ErrorCode::unknown_format,
              "no reader knows this source: it looks like " + std::string(describe(start)),
              Place{.file = path}, "sources are JSON Lines or Aozora Bunko texts");
}

}  // namespace

std::unique_ptr<WorkReader> open_source(const std::string& path, Format format) {
  const bool is_standard_input = path == "-";
  if (is_standard_input && format == Format::aozora)
    throw Error(ErrorCode::unknown_format, "standard input is read as JSON Lines only",
                Place{.file = path}, "give Aozora Bunko texts as files: their names are their ids");
  InputFile file = InputFile::open(path);
  if (format == Format::automatic)
    format = is_standard_input ? Format::jsonl : find_format(file.peek(kHeadBytes), path);
  if (format == Format::jsonl) return read_jsonl(std::move(file));
  return read_aozora(std::move(file));
}

}  // namespace ficsearch::ingest
