// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import_source.h"

#include <filesystem>
#include <utility>

#include "engine/gone_works.h"
#include "ficsearch/error.h"
#include "ingest/reject.h"

namespace ficsearch::engine {
namespace {

// Of all files together; 0 if one of them does not say.
std::uint64_t size_of(const std::vector<ingest::SourceFile>& files) {
  std::uint64_t bytes = 0;
  for (const ingest::SourceFile& file : files) {
    std::error_code failed;
    const std::uintmax_t size =
        file.path == "-" ? 0 : std::filesystem::file_size(file.path, failed);
    if (file.path == "-" || failed) return 0;
    bytes += size;
  }
  return bytes;
}

}  // namespace

ingest::SourceOptions source_options(const ImportOptions& options) {
  ingest::SourceOptions how{.format = options.format};
  if (!options.column_map.empty())
    how.columns =
        std::make_shared<const ingest::ColumnMap>(ingest::ColumnMap::load(options.column_map));
  return how;
}

ImportSource::ImportSource(const std::vector<std::string>& sources, ingest::SourceOptions options)
    : options_(std::move(options)) {
  ingest::SourceFiles found = ingest::list_files(sources);
  files_ = std::move(found.files);
  total_bytes_ = size_of(files_);
  for (std::string& link : found.links) waiting_.push_back({SkippedFile{link}, 0, link});
  if (files_.empty()) throw Error(ErrorCode::io, "the sources hold no files");
}

std::optional<SourceItem> ImportSource::next() {
  for (;;) {
    if (!waiting_.empty()) {
      SourceItem item = std::move(waiting_.front());
      waiting_.pop_front();
      return item;
    }
    if (!reader_) {
      if (next_file_ == files_.size()) return std::nullopt;
      if (auto unreadable = open_next()) return unreadable;
    }
    auto result = read_next();
    const std::uint64_t bytes_read = finished_bytes_ + reader_->bytes_read();
    const std::string& path = files_[next_file_ - 1].path;
    if (!result) {
      if (is_empty_) empty_files_.push_back(path);
      finished_bytes_ = bytes_read;
      reader_.reset();
      continue;
    }
    if (auto* refused = std::get_if<Reject>(&*result)) {
      is_empty_ = false;
      return SourceItem{std::move(*refused), bytes_read, path};
    }
    auto& read = std::get<ingest::ReadWork>(*result);
    note(read, bytes_read);
    is_empty_ = false;
    waiting_.push_back({std::move(read), bytes_read, path});
  }
}

// The next record of the open file. A file of a folder that cannot be read on is refused, and the
// others are still read.
std::optional<ingest::ReadResult> ImportSource::read_next() {
  const ingest::SourceFile& file = files_[next_file_ - 1];
  if (has_failed_) return std::nullopt;
  try {
    return reader_->next();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::io || file.root.empty()) throw;
    has_failed_ = true;
    return ingest::to_reject(error, {file.path});
  }
}

// Puts before a work what is to be said of it.
void ImportSource::note(const ingest::ReadWork& read, std::uint64_t bytes_read) {
  const std::string& path = files_[next_file_ - 1].path;
  for (const std::string& message : read.notes)
    waiting_.push_back({ImportWarning{path, message}, bytes_read, path});
  if (is_empty_) note_same_id(read.work.id, bytes_read);
}

// Of the first work of each file only: files of one work are told apart by it, and the ids of a
// dump would fill the memory.
void ImportSource::note_same_id(const std::string& id, std::uint64_t bytes_read) {
  const std::size_t file = next_file_ - 1;
  const auto [first, is_new] = firsts_.emplace(hash_of_id(id), file);
  if (is_new) return;
  waiting_.push_back({ImportWarning{files_[file].path, "the work " + id + " comes from " +
                                                           files_[first->second].path +
                                                           " too; the one that is read last stays"},
                      bytes_read, files_[file].path});
}

// What to say of the next file if it cannot be opened or is of no known format.
std::optional<SourceItem> ImportSource::open_next() {
  const ingest::SourceFile& file = files_[next_file_++];
  try {
    reader_ = ingest::open_source(file, options_);
    is_empty_ = true;
    has_failed_ = false;
    return std::nullopt;
  } catch (const Error& error) {
    // Folders hold other things than works; a file that was named is meant to be one.
    const bool is_named = file.root.empty();
    if (error.code() == ErrorCode::unknown_format && !is_named)
      return SourceItem{SkippedFile{file.path}, finished_bytes_, file.path};
    if (error.code() != ErrorCode::unknown_format && (error.code() != ErrorCode::io || is_named))
      throw;
    return SourceItem{Reject{error.code(), error.what(), file.path, 0, 0, {}, {}}, finished_bytes_,
                      file.path};
  }
}

}  // namespace ficsearch::engine
