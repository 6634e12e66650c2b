// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsonl_reader.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/line_reader.h"
#include "ingest/reject.h"
#include "ingest/work_record.h"

namespace ficsearch::ingest {
namespace {

static_assert(LineReader::kPadding >= simdjson::SIMDJSON_PADDING);

class JsonlReader : public WorkReader {
 public:
  explicit JsonlReader(InputFile file) : lines_(std::move(file), kMaxRecordBytes) {}

  std::optional<ReadResult> next() override {
    while (const std::optional<Line> line = lines_.next())
      if (line->oversized || line->text.find_first_not_of(" \t\r") != std::string_view::npos)
        return read(*line);
    return std::nullopt;
  }

  std::uint64_t bytes_read() const override { return lines_.bytes_read(); }
  std::uint64_t bytes_total() const override { return lines_.file().size(); }

 private:
  ReadResult read(const Line& line) {
    try {
      if (line.oversized) throw_oversized();
      return read_work_record(parser_, line.text);
    } catch (const Error& error) {
      Reject reject = to_reject(error, {lines_.file().path(), line.number, line.byte_offset});
      if (!line.oversized) reject.id = find_id(parser_, line.text);
      reject.record = std::string(line.text);
      return reject;
    }
  }

  LineReader lines_;
  simdjson::ondemand::parser parser_;
};

}  // namespace

void throw_oversized() {
  throw Error(ErrorCode::out_of_range,
              "the record is longer than " + std::to_string(kMaxRecordBytes) + " bytes");
}

std::unique_ptr<WorkReader> read_jsonl(InputFile file) {
  return std::make_unique<JsonlReader>(std::move(file));
}

}  // namespace ficsearch::ingest
