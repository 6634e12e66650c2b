// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_reader.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <utility>

#include "ingest/json_cutter.h"
#include "ingest/jsonl_reader.h"
#include "ingest/reject.h"
#include "ingest/work_record.h"

namespace ficsearch::ingest {
namespace {

static_assert(JsonCutter::kPadding >= simdjson::SIMDJSON_PADDING);

class JsonReader : public WorkReader {
 public:
  explicit JsonReader(InputFile file) : pieces_(std::move(file), kMaxRecordBytes) {}

  std::optional<ReadResult> next() override {
    const std::optional<JsonPiece> piece = pieces_.next();
    if (!piece) return std::nullopt;
    try {
      if (piece->oversized) throw_oversized();
      return read_work_record(parser_, piece->text);
    } catch (const Error& error) {
      Reject reject = to_reject(error, {pieces_.file().path(), piece->line, piece->byte_offset});
      if (!piece->oversized) reject.id = find_id(parser_, piece->text);
      reject.record = std::string(piece->text);
      return reject;
    }
  }

  std::uint64_t bytes_read() const override { return pieces_.bytes_read(); }
  std::uint64_t bytes_total() const override { return pieces_.file().size(); }

 private:
  JsonCutter pieces_;
  simdjson::ondemand::parser parser_;
};

}  // namespace

std::unique_ptr<WorkReader> read_json(InputFile file) {
  return std::make_unique<JsonReader>(std::move(file));
}

bool is_record_of_lines(std::string_view head) {
  const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
  return line.find_first_not_of(" \t", 1) == std::string_view::npos && line.size() < head.size();
}

}  // namespace ficsearch::ingest
