// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsonl_reader.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/line_reader.h"
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

  std::uint64_t bytes_read() const override { return lines_.byte_offset(); }
  std::uint64_t bytes_total() const override { return lines_.file().size(); }

 private:
  ReadResult read(const Line& line) {
    try {
      if (line.oversized)
        throw Error(ErrorCode::out_of_range,
                    "the record is longer than " + std::to_string(kMaxRecordBytes) + " bytes");
      return read_work_record(parser_, line.text);
    } catch (const Error& error) {
      return reject(line, error);
    }
  }

  Reject reject(const Line& line, const Error& error) {
    std::string message = error.what();
    if (!error.hint().empty()) message.append("; ").append(error.hint());
    return {.code = error.code(),
            .message = std::move(message),
            .source = lines_.file().path(),
            .line = line.number,
            .byte_offset = line.byte_offset,
            .id = line.oversized ? std::string() : find_id(parser_, line.text),
            .record = std::string(line.text)};
  }

  LineReader lines_;
  simdjson::ondemand::parser parser_;
};

}  // namespace

std::unique_ptr<WorkReader> read_jsonl(InputFile file) {
  return std::make_unique<JsonlReader>(std::move(file));
}

}  // namespace ficsearch::ingest
