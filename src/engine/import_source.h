// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "ficsearch/import.h"
#include "ingest/open_source.h"
#include "ingest/reader.h"

namespace ficsearch::engine {

// A file in a folder that no reader recognizes, or a link that is not followed.
struct SkippedFile {
  std::string path;
};

struct SourceItem {
  std::variant<ingest::ReadWork, Reject, SkippedFile, ImportWarning> what;
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

  // nullopt at the end of the last source. Throws Error(`io`) for one that was given itself and
  // cannot be read; a file of a folder is a Reject then.
  std::optional<SourceItem> next();

  std::uint64_t total_bytes() const noexcept { return total_bytes_; }  // 0 if unknown
  // Those of the files so far that held no record, not even a bad one.
  const std::vector<std::string>& empty_files() const noexcept { return empty_files_; }

 private:
  std::optional<SourceItem> open_next();
  std::optional<ingest::ReadResult> read_next();
  void note(const ingest::ReadWork& read, std::uint64_t bytes_read);
  void note_same_id(const std::string& id, std::uint64_t bytes_read);

  ingest::SourceOptions options_;
  std::vector<ingest::SourceFile> files_;
  std::size_t next_file_ = 0;
  std::unique_ptr<ingest::WorkReader> reader_;  // null between two files
  bool is_empty_ = true;                        // no record came of the open file yet
  bool has_failed_ = false;                     // the open file cannot be read on
  std::vector<std::string> empty_files_;
  std::deque<SourceItem> waiting_;                         // what comes before the next record
  std::unordered_map<std::uint64_t, std::size_t> firsts_;  // hash of the id of a file's first work
                                                           // -> the file
  std::uint64_t finished_bytes_ = 0;                       // of the files before
  std::uint64_t total_bytes_ = 0;
};

}  // namespace ficsearch::engine
