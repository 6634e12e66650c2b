// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/import_source.h"

#include <filesystem>
#include <utility>

#include "ficsearch/error.h"

namespace ficsearch::engine {
namespace {

// Of all files together; 0 if one of them does not say.
std::uint64_t size_of(const std::vector<std::string>& files) {
  std::uint64_t bytes = 0;
  for (const std::string& file : files) {
    std::error_code failed;
    const std::uintmax_t size = file == "-" ? 0 : std::filesystem::file_size(file, failed);
    if (file == "-" || failed) return 0;
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
    : options_(std::move(options)),
      named_(sources.begin(), sources.end()),
      files_(ingest::list_files(sources)),
      total_bytes_(size_of(files_)) {
  if (files_.empty()) throw Error(ErrorCode::io, "the sources hold no files");
}

std::optional<SourceItem> ImportSource::next() {
  for (;;) {
    if (!reader_) {
      if (next_file_ == files_.size()) return std::nullopt;
      if (auto unreadable = open_next()) return unreadable;
    }
    auto result = reader_->next();
    const std::uint64_t bytes_read = finished_bytes_ + reader_->bytes_read();
    if (!result) {
      if (is_empty_) empty_files_.push_back(files_[next_file_ - 1]);
      finished_bytes_ = bytes_read;
      reader_.reset();
      continue;
    }
    is_empty_ = false;
    if (auto* refused = std::get_if<Reject>(&*result))
      return SourceItem{std::move(*refused), bytes_read, files_[next_file_ - 1]};
    return SourceItem{std::get<ingest::ReadWork>(std::move(*result)), bytes_read,
                      files_[next_file_ - 1]};
  }
}

// What to say of the next file if it cannot be opened or is of no known format.
std::optional<SourceItem> ImportSource::open_next() {
  const std::string& file = files_[next_file_++];
  try {
    reader_ = ingest::open_source(file, options_);
    is_empty_ = true;
    return std::nullopt;
  } catch (const Error& error) {
    // Folders hold other things than works; a file that was named is meant to be one.
    const bool is_named = named_.contains(file);
    if (error.code() == ErrorCode::unknown_format && !is_named)
      return SourceItem{SkippedFile{file}, finished_bytes_, file};
    if (error.code() != ErrorCode::unknown_format && (error.code() != ErrorCode::io || is_named))
      throw;
    return SourceItem{Reject{error.code(), error.what(), file, 0, 0, {}, {}}, finished_bytes_,
                      file};
  }
}

}  // namespace ficsearch::engine
