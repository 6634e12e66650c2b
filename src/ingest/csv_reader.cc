// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/csv_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "ingest/csv_rows.h"
#include "ingest/decoded_text.h"
#include "ingest/reject.h"
#include "ingest/row_record.h"
#include "ingest/work_fields.h"
#include "ingest/work_record.h"
#include "text/charset_guess.h"

namespace ficsearch::ingest {
namespace {

class CsvReader : public WorkReader {
 public:
  CsvReader(InputFile file, char delimiter, std::shared_ptr<const ColumnMap> columns)
      : columns_(columns ? std::move(columns) : std::make_shared<const ColumnMap>()),
        rows_(std::move(file), delimiter, columns_->charset()) {}

  std::optional<ReadResult> next() override {
    if (!record_ && !read_header()) return std::nullopt;
    const std::optional<CsvRow> row = rows_.next();
    if (!row) return std::nullopt;
    std::string json;
    try {
      if (row->problem) throw *row->problem;
      json = record_->to_json(row->cells);
      const simdjson::padded_string padded(json);
      ReadWork work = read_work_record(parser_, padded);
      if (std::string note = rows_.note(); !note.empty() && !is_noted_)
        work.notes.push_back(std::move(note));
      is_noted_ = true;
      return work;
    } catch (const Error& error) {
      Reject reject = to_reject(error, {rows_.file().path(), row->line, row->byte_offset});
      if (!json.empty()) reject.id = find_id(parser_, simdjson::padded_string(json));
      reject.record = row->bytes;
      return reject;
    }
  }

  std::uint64_t bytes_read() const override { return rows_.bytes_read(); }
  std::uint64_t bytes_total() const override { return rows_.file().size(); }

 private:
  // False if the table is empty.
  bool read_header() {
    const std::optional<CsvRow> header = rows_.next();
    if (!header) return false;
    if (header->problem)
      throw Error(header->problem->code(), header->problem->what(),
                  Place{.file = rows_.file().path(), .line = header->line},
                  header->problem->hint());
    record_.emplace(header->cells, *columns_);
    return true;
  }

  std::shared_ptr<const ColumnMap> columns_;
  CsvRows rows_;
  std::optional<RowRecord> record_;  // none before the header is read
  bool is_noted_ = false;
  simdjson::ondemand::parser parser_;
};

std::vector<std::string> header_cells(std::string_view line, char delimiter) {
  std::vector<std::string> cells = split_names(line, std::string(1, delimiter));
  for (std::string& cell : cells)
    if (cell.size() > 1 && cell.front() == '"' && cell.back() == '"')
      cell = cell.substr(1, cell.size() - 2);
  return cells;
}

bool is_header(const std::vector<std::string>& cells, const ColumnMap& columns) {
  const auto has = [&](const std::string& name) {
    return std::find(cells.begin(), cells.end(), name) != cells.end();
  };
  const std::vector<std::string> named = columns.named();
  if (!std::all_of(named.begin(), named.end(), has)) return false;
  const auto means = [&](std::string_view field) {
    return std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) {
      const auto target = columns.target_of(cell);
      return target && target->field == field;
    });
  };
  return means("id") && (means("title") || means("titles"));
}

}  // namespace

std::unique_ptr<WorkReader> read_csv(InputFile file, char delimiter,
                                     std::shared_ptr<const ColumnMap> columns) {
  return std::make_unique<CsvReader>(std::move(file), delimiter, std::move(columns));
}

std::optional<char> find_delimiter(std::string_view head, const ColumnMap* columns) {
  const ColumnMap no_map;
  const ColumnMap& map = columns == nullptr ? no_map : *columns;
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  std::string decoded;
  try {
    decoded = decode_text(line, map.charset().empty() ? text::guess_charset(head).value_or("UTF-8")
                                                      : map.charset())
                  .utf8;
  } catch (const Error& error) {
    // Not in a charset that we know, so no table of ours.
    if (error.code() == ErrorCode::bad_encoding) return std::nullopt;
    throw;
  }
  for (const char delimiter : {'\t', ','})
    if (is_header(header_cells(decoded, delimiter), map)) return delimiter;
  return std::nullopt;
}

}  // namespace ficsearch::ingest
