// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/guarded_reader.h"

#include <optional>
#include <utility>

#include "ficsearch/error.h"
#include "ingest/reject.h"

namespace ficsearch::ingest {
namespace {

class GuardedReader : public WorkReader {
 public:
  GuardedReader(std::string path, std::uint64_t size,
                std::function<std::unique_ptr<WorkReader>()> open)
      : path_(std::move(path)), size_(size), open_(std::move(open)) {}

  std::optional<ReadResult> next() override {
    if (ended_) return std::nullopt;
    try {
      if (!reader_) reader_ = open_();
      auto result = reader_->next();
      ended_ = !result.has_value();
      return result;
    } catch (const Error& error) {
      if (error.code() == ErrorCode::io) throw;
      ended_ = true;
      return to_reject(
          error, {path_, error.where().line.value_or(0), error.where().byte_offset.value_or(0)});
    }
  }

  std::uint64_t bytes_read() const override {
    if (reader_) return reader_->bytes_read();
    return ended_ ? size_ : 0;
  }
  std::uint64_t bytes_total() const override { return size_; }

 private:
  std::string path_;
  std::uint64_t size_;
  std::function<std::unique_ptr<WorkReader>()> open_;
  std::unique_ptr<WorkReader> reader_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<WorkReader> read_guarded(std::string path, std::uint64_t size,
                                         std::function<std::unique_ptr<WorkReader>()> open) {
  return std::make_unique<GuardedReader>(std::move(path), size, std::move(open));
}

}  // namespace ficsearch::ingest
