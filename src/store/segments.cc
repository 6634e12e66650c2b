// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segments.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "ficsearch/error.h"
#include "store/durable_files.h"
#include "store/exchangeable.h"
#include "store/prepared_document_impl.h"
#include "store/registry_merger.h"
#include "store/seal.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

using std::filesystem::path;

// Whether nothing is in the directory but what the new index will have, too, or makes untrue.
bool holds_only_an_index(const path& directory) {
  std::error_code failed;
  const std::filesystem::directory_iterator files(directory, failed);
  return !failed && std::all_of(begin(files), end(files), [](const auto& file) {
    const path name = file.path().filename();
    return name.extension() == ".glass" || name == "iamglass" || name == "flintlock" ||
           name == kSealFile;
  });
}

// The mode of a directory is as somebody wanted it.
void copy_mode(const path& from, const path& to) {
  std::error_code failed;
  const auto mode = std::filesystem::status(from, failed).permissions();
  if (!failed) std::filesystem::permissions(to, mode, failed);
}

}  // namespace

std::unique_ptr<Segments> Segments::begin(const path& index) {
  std::error_code failed;
  const path place = std::filesystem::canonical(index, failed);
  if (failed || !place.has_filename() || !holds_only_an_index(place)) return nullptr;
  const path directory = place.parent_path() / ("." + place.filename().string() + ".import");
  std::filesystem::remove_all(directory, failed);
  if (!std::filesystem::create_directory(directory, failed) || failed) return nullptr;
  std::unique_ptr<Segments> segments(new Segments(place, directory));
  return can_exchange(segments->index_, directory) ? std::move(segments) : nullptr;
}

Segments::~Segments() {
  std::error_code failed;  // what stays is removed by the next import
  std::filesystem::remove_all(directory_, failed);
}

path Segments::path_of(Part part) const {
  return directory_ / (std::to_string(part.level) + "-" + std::to_string(part.place));
}

void Segments::write(const SegmentBatch& batch) {
  const Part part{0, batch.place};
  guarded(directory_, [&] {
    // What a crash takes away is made anew, so that nothing has to be on disk before publish().
    Xapian::WritableDatabase database(
        path_of(part).string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    database.begin_transaction(true);
    Xapian::docid number = batch.first_document;
    for (const PreparedDocument& document : batch.documents)
      database.replace_document(number++, document.impl_->document);
    batch.registry.write_lists_to(database);
    database.commit_transaction();
  });
  {
    const std::lock_guard lock(mutex_);
    registry_.entries = std::max(registry_.entries, batch.registry.entries);
    registry_.tag_sum += batch.registry.tag_sum;
    registry_.meaning_sum += batch.registry.meaning_sum;
  }
  finish(part);
}

// The thread that finishes the last part of a group merges it.
void Segments::finish(Part part) {
  const Part group{part.level + 1, part.place / kMerged};
  std::vector<Part> parts;
  {
    const std::lock_guard lock(mutex_);
    finished_.insert(part);
    const auto first = finished_.lower_bound({part.level, group.place * kMerged});
    const auto last = finished_.lower_bound({part.level, (group.place + 1) * kMerged});
    if (std::distance(first, last) < kMerged) return;
    parts.assign(first, last);
    finished_.erase(first, last);
  }
  std::vector<path> paths;
  for (const Part merged : parts) paths.push_back(path_of(merged));
  merge(paths, path_of(group));
  for (const Part merged : parts) remove(merged);
  finish(group);
}

void Segments::remove(Part part) const {
  std::error_code failed;
  std::filesystem::remove_all(path_of(part), failed);
  if (failed)
    throw Error(ErrorCode::io, "cannot remove " + path_of(part).string() + ": " + failed.message(),
                Place{.file = path_of(part).string()});
}

void Segments::merge(const std::vector<path>& parts, const path& merged) const {
  guarded(directory_, [&] {
    Xapian::Database all;
    for (const path& part : parts) all.add_database(Xapian::Database(part.string()));
    RegistryMerger merger;
    all.compact(merged.string(), Xapian::DBCOMPACT_NO_RENUMBER, 0, merger);
  });
}

void Segments::write_totals(const path& whole) const {
  guarded(whole, [&] {
    Xapian::WritableDatabase database(whole.string(), Xapian::DB_OPEN);
    registry_.write_totals_to(database);
    database.commit();
  });
}

void Segments::publish() {
  std::vector<path> paths{index_};
  for (const Part part : finished_) paths.push_back(path_of(part));
  const path whole = directory_ / "whole";
  merge(paths, whole);
  for (const Part part : finished_) remove(part);
  finished_.clear();
  write_totals(whole);
  copy_mode(index_, whole);
  for (const std::string& file : files_of_index(whole)) sync_file(whole / file);
  sync_directory(whole);
  exchange_durably(whole, index_);
}

}  // namespace ficsearch::store
