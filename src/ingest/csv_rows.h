// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csv.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ficsearch/error.h"
#include "ingest/input_file.h"
#include "ingest/line_reader.h"

namespace ficsearch::ingest {

// A row of a table as it stands in the source.
struct CsvRow {
  std::vector<std::string> cells;  // UTF-8
  std::string bytes;               // of its lines, in the source's charset
  std::size_t line = 0;            // on which it begins, from 1
  std::uint64_t byte_offset = 0;   // of that line
  std::optional<Error> problem;    // why it cannot be read; there are no cells then
};

// Cuts a source into rows. Empty lines are passed over. After a row that cannot be read the next
// line begins a new one.
class CsvRows {
 public:
  // `charset` is what the source is in; empty: what its first bytes are most likely in. Throws
  // Error(`bad_encoding`) as guessed_charset does.
  CsvRows(InputFile file, char delimiter, std::string charset);
  CsvRows(const CsvRows&) = delete;
  CsvRows& operator=(const CsvRows&) = delete;
  ~CsvRows();

  // nullopt at the end. Throws Error: `io`, `bad_archive`.
  std::optional<CsvRow> next();

  // That the charset is a guess; empty if it is none.
  std::string note() const;

  const InputFile& file() const noexcept { return lines_.file(); }
  std::uint64_t bytes_read() const noexcept { return lines_.bytes_read(); }

 private:
  bool feed(const Line& line);
  void restart();
  std::string decoded(std::string_view bytes) const;

  bool is_guessed_;
  std::string charset_;
  LineReader lines_;
  char delimiter_;
  csv_parser parser_{};
  CsvRow row_;
  bool row_ended_ = false;
};

}  // namespace ficsearch::ingest
