// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/work_file.h"

#include <optional>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"
#include "ingest/checked_name.h"
#include "ingest/jsonl_reader.h"
#include "ingest/reject.h"

namespace ficsearch::ingest {
namespace {

class WorkFileReader : public WorkReader {
 public:
  WorkFileReader(InputFile file, std::string id, std::function<ReadWork(InputFile&)> read)
      : file_(std::move(file)), id_(std::move(id)), read_(std::move(read)) {}

  std::optional<ReadResult> next() override {
    if (done_) return std::nullopt;
    done_ = true;
    try {
      ReadWork read = read_(file_);
      read.work.id = checked_id(std::move(read.work.id));
      return read;
    } catch (const Error& error) {
      if (error.code() == ErrorCode::io) throw;
      Reject reject = to_reject(error, {file_.path()});
      if (!base::find_ill_formed(id_)) reject.id = id_;
      return reject;
    }
  }

  std::uint64_t bytes_read() const override { return done_ ? file_.size() : 0; }
  std::uint64_t bytes_total() const override { return file_.size(); }

 private:
  InputFile file_;
  std::string id_;
  std::function<ReadWork(InputFile&)> read_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<WorkReader> read_work_file(InputFile file, std::string id,
                                           std::function<ReadWork(InputFile&)> read) {
  return std::make_unique<WorkFileReader>(std::move(file), std::move(id), std::move(read));
}

std::string_view whole_file(InputFile& file) {
  const std::string_view bytes = file.peek(kMaxRecordBytes + 1);
  if (bytes.size() > kMaxRecordBytes)
    throw Error(ErrorCode::out_of_range,
                "the file is longer than " + std::to_string(kMaxRecordBytes) + " bytes");
  return bytes;
}

}  // namespace ficsearch::ingest
