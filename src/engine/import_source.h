// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "ficsearch/import.h"
#include "ingest/open_source.h"
#include "ingest/reader.h"

namespace ficsearch::engine {

// A file in a folder that no reader recognizes.
struct SkippedFile {
  std::string path;
};

struct SourceItem {
  std::variant<ingest::ReadWork, Reject, SkippedFile> what;
  std::uint64_t bytes_read = 0;  // of all sources, this item included
  std::string source;            // path of the file, or "-"
};

// How an import that was asked for so reads its sources. Throws Error for a map of columns that
// cannot be read.
ingest::SourceOptions source_options(const ImportOptions& options);

// The records of all sources of an import, one after another.
//
// Threads: one at a time.
class ImportSource {
 public:
  // Throws Error(`io`) for a source that does not exist, or if there are no files in them.
  ImportSource(const std::vector<std::string>& sources, ingest::SourceOptions options);

  // nullopt at the end of the last source. Throws Error(`io`) for one that cannot be read.
  std::optional<SourceItem> next();

  std::uint64_t total_bytes() const noexcept { return total_bytes_; }  // 0 if unknown
  // Those of the files so far that held no record, not even a bad one.
  const std::vector<std::string>& empty_files() const noexcept { return empty_files_; }

 private:
  std::optional<SourceItem> open_next();

  ingest::SourceOptions options_;
  std::set<std::string> named_;  // sources as the caller gave them
  std::vector<std::string> files_;
  std::size_t next_file_ = 0;
  std::unique_ptr<ingest::WorkReader> reader_;  // null between two files
  bool is_empty_ = true;                        // no record came of the open file yet
  std::vector<std::string> empty_files_;
  std::uint64_t finished_bytes_ = 0;  // of the files before
  std::uint64_t total_bytes_ = 0;
};

}  // namespace ficsearch::engine
