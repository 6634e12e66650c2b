// SPDX-License-Identifier: GPL-3.0-or-later
// libcsv tells of cells and rows, not of lines, so it is fed line by line: a row begins where the
// one before it ended.
#include "ingest/csv_rows.h"

#include <new>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/guessed_charset.h"
#include "ingest/jsonl_reader.h"
#include "text/charset.h"

namespace ficsearch::ingest {
namespace {

// How much of a table is looked at to guess its charset.
constexpr std::size_t kHeadBytes = 1u << 20;
constexpr std::size_t kBufferStep = 64u << 10;

std::string charset_of(InputFile& file, std::string declared) {
  return declared.empty() ? guessed_charset(file.peek(kHeadBytes)) : std::move(declared);
}

struct Collected {
  std::vector<std::string>& cells;
  bool& row_ended;
};

void end_cell(void* bytes, std::size_t size, void* to) {
  static_cast<Collected*>(to)->cells.emplace_back(static_cast<const char*>(bytes), size);
}

void end_row(int, void* to) {
  static_cast<Collected*>(to)->row_ended = true;
}

}  // namespace

CsvRows::CsvRows(InputFile file, char delimiter, std::string charset)
    : is_guessed_(charset.empty()),
      charset_(charset_of(file, std::move(charset))),
      lines_(std::move(file), kMaxRecordBytes),
      delimiter_(delimiter) {
  if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  csv_set_delim(&parser_, static_cast<unsigned char>(delimiter_));
  csv_set_blk_size(&parser_, kBufferStep);
  // A tab is blank to libcsv, and blanks at the ends of cells are left out.
  if (delimiter_ == '\t')
    csv_set_space_func(&parser_, [](unsigned char c) { return c == ' ' ? 1 : 0; });
}

CsvRows::~CsvRows() {
  csv_free(&parser_);
}

std::optional<CsvRow> CsvRows::next() {
  row_ = {};
  row_ended_ = false;
  while (const std::optional<Line> line = lines_.next()) {
    if (row_.bytes.empty()) {
      row_.line = line->number;
      row_.byte_offset = line->byte_offset;
    }
    if (!feed(*line)) restart();
    if (row_ended_) return std::move(row_);
    if (row_.cells.empty() && row_.bytes == "\n") row_.bytes.clear();  // a blank line
  }
  if (row_.bytes.empty()) return std::nullopt;
  row_.problem = Error(ErrorCode::bad_table, "a quote is never closed");
  restart();
  return std::move(row_);
}

std::string CsvRows::note() const {
  return is_guessed_ ? note_of_guess(charset_) : std::string();
}

// False if the row cannot be read; it then has a problem and has ended.
bool CsvRows::feed(const Line& line) {
  try {
    if (line.oversized || row_.bytes.size() + line.text.size() > kMaxRecordBytes) throw_oversized();
    row_.bytes.append(line.text).append(1, '\n');
    const std::string text = decoded(line.text) + '\n';
    Collected collected{row_.cells, row_ended_};
    if (csv_parse(&parser_, text.data(), text.size(), end_cell, end_row, &collected) == text.size())
      return true;
    if (csv_error(&parser_) == CSV_ENOMEM) throw std::bad_alloc();
    row_.problem = Error(ErrorCode::bad_table, "a quote is out of place", {},
                         "put the cell in quotes and double those inside it");
  } catch (const Error& error) {  // the row is at fault, and the next one may be right
    row_.problem = error;
  }
  return false;
}

// Begins anew with the next line.
void CsvRows::restart() {
  row_.cells.clear();
  row_ended_ = true;
  std::vector<std::string> dropped;
  bool ended = false;
  Collected collected{dropped, ended};
  csv_fini(&parser_, end_cell, end_row, &collected);
}

std::string CsvRows::decoded(std::string_view bytes) const {
  // What is ill-formed in UTF-8 is judged cell by cell, as in JSON.
  if (charset_ == "UTF-8") return std::string(bytes);
  return text::utf8_of(bytes, charset_);
}

}  // namespace ficsearch::ingest
