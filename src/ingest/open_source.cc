// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/open_source.h"

#include <cassert>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/aozora_reader.h"
#include "ingest/calibre_reader.h"
#include "ingest/cbz_reader.h"
#include "ingest/csv_reader.h"
#include "ingest/decompressor.h"
#include "ingest/epub_reader.h"
#include "ingest/find_format.h"
#include "ingest/guarded_reader.h"
#include "ingest/html_reader.h"
#include "ingest/input_file.h"
#include "ingest/json_reader.h"
#include "ingest/jsonl_reader.h"
#include "ingest/text_reader.h"

namespace ficsearch::ingest {
namespace {

constexpr std::size_t kMagicBytes = 8;

void refuse_pipe(const std::string& path, Format format) {
  if (path == "-" && format != Format::automatic && !is_dump(format))
    throw Error(ErrorCode::unknown_format, "standard input is read as a dump only",
                Place{.file = path}, "give books and texts as files: their names may be their ids");
}

std::unique_ptr<WorkReader> read_as(Format format, InputFile file,
                                    std::shared_ptr<const ColumnMap> columns) {
  switch (format) {
    case Format::jsonl:
      return read_jsonl(std::move(file));
    case Format::json:
      return read_json(std::move(file));
    case Format::csv:
      return read_csv(std::move(file), ',', std::move(columns));
    case Format::tsv:
      return read_csv(std::move(file), '\t', std::move(columns));
    case Format::epub:
      return read_epub(std::move(file));
    case Format::cbz:
      return read_cbz(std::move(file));
    case Format::html:
      return read_html(std::move(file));
    case Format::calibre:
      return read_calibre(std::move(file));
    case Format::aozora:
      return read_aozora(std::move(file));
    case Format::text:
      return read_text(std::move(file));
    case Format::automatic:
      break;
  }
  assert(false);  // find_format names one of the others
  return nullptr;
}

// Unpacks what is compressed and may be.
void unpack(InputFile& file, Format format) {
  const bool may_be_compressed = format == Format::automatic || is_dump(format);
  if (may_be_compressed && looks_compressed(file.peek(kMagicBytes))) file.decompress();
}

// What is wrong with a source that cannot even be recognized is told as its only record.
std::unique_ptr<WorkReader> refuse_damaged(const InputFile& file, const Error& error) {
  return read_guarded(file.path(), file.size(),
                      [error]() -> std::unique_ptr<WorkReader> { throw error; });
}

}  // namespace

std::unique_ptr<WorkReader> open_source(const SourceFile& source, const SourceOptions& options) {
  refuse_pipe(source.path, options.format);
  auto file = std::make_shared<InputFile>(InputFile::open(source));
  Format format = options.format;
  try {
    unpack(*file, format);
    if (format == Format::automatic) format = find_format(*file, options.columns.get());
  } catch (const Error& error) {
    if (error.code() == ErrorCode::io || error.code() == ErrorCode::unknown_format) throw;
    return refuse_damaged(*file, error);
  }
  const std::uint64_t size = file->size();
  return read_guarded(source.path, size, [file, format, columns = options.columns] {
    return read_as(format, std::move(*file), columns);
  });
}

}  // namespace ficsearch::ingest
