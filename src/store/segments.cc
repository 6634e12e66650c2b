// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segments.h"

#include <xapian.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "ficsearch/error.h"
#include "store/durable_files.h"
#include "store/exchangeable.h"
#include "store/registry_changes.h"
#include "store/registry_merger.h"
#include "store/seal.h"
#include "store/xapian_document.h"
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

path directory_beside(const path& index) {
  return index.parent_path() / ("." + index.filename().string() + ".import");
}

// The parts from the first batch on up to the first gap. `merged` parts make one of the next level.
PartMap without_gap(const PartMap& parts, std::uint64_t merged) {
  std::map<std::uint64_t, std::pair<PartName, std::uint64_t>> by_first_batch;
  for (const auto& [name, totals] : parts) {
    std::uint64_t batches = 1;
    for (std::size_t level = 0; level < name.level; ++level) batches *= merged;
    by_first_batch.emplace(name.place * batches, std::pair(name, batches));
  }
  PartMap kept;
  std::uint64_t next = 0;
  for (const auto& [first_batch, part] : by_first_batch) {
    if (first_batch != next) break;
    next += part.second;
    kept.insert(*parts.find(part.first));
  }
  return kept;
}

}  // namespace

std::unique_ptr<Segments> Segments::begin(const path& index, BuildBase base) {
  std::error_code failed;
  const path place = std::filesystem::canonical(index, failed);
  if (failed || !place.has_filename() || !holds_only_an_index(place)) return nullptr;
  const path directory = directory_beside(place);
  std::filesystem::remove_all(directory, failed);
  if (!std::filesystem::create_directory(directory, failed) || failed) return nullptr;
  std::unique_ptr<Segments> segments(new Segments(place, directory, std::move(base)));
  return can_exchange(segments->index_, directory) ? std::move(segments) : nullptr;
}

bool Segments::has_left(const path& index) {
  std::error_code failed;
  const path place = std::filesystem::canonical(index, failed);
  return !failed && place.has_filename() &&
         std::filesystem::exists(directory_beside(place), failed);
}

std::unique_ptr<Segments> Segments::find_left(const path& index, const BuildBase& base) {
  const path place = std::filesystem::canonical(index);
  const path directory = directory_beside(place);
  const auto finished = find_finished_parts(directory);
  if (!finished || finished->base != base || !holds_only_an_index(place)) return nullptr;
  std::unique_ptr<Segments> left(new Segments(place, directory, base));
  left->finished_.parts = without_gap(finished->parts, kMerged);
  left->unmerged_ = left->finished_.parts;
  return left->unmerged_.empty() ? nullptr : std::move(left);
}

void Segments::remove_left(const path& index) {
  std::error_code failed;  // what stays is removed by the next import
  const path place = std::filesystem::canonical(index, failed);
  if (!failed) std::filesystem::remove_all(directory_beside(place), failed);
}

Segments::~Segments() {
  std::error_code failed;  // what stays is removed by the next import
  if (finished_.parts.empty())
    std::filesystem::remove_all(directory_, failed);
  else
    remove_all_but_finished();
}

void Segments::remove_all_but_finished() const {
  std::set<path> kept{finished_parts_file(directory_)};
  for (const auto& [name, totals] : finished_.parts) kept.insert(path_of(name));
  std::error_code failed;
  for (const auto& entry : std::filesystem::directory_iterator(directory_, failed))
    if (!kept.contains(entry.path())) std::filesystem::remove_all(entry.path(), failed);
}

std::uint32_t Segments::last_document() const {
  std::uint32_t last = finished_.base.last_document;
  for (const auto& [name, totals] : unmerged_) last = std::max(last, totals.last_document);
  return last;
}

path Segments::path_of(PartName part) const {
  return directory_ / (std::to_string(part.level) + "-" + std::to_string(part.place));
}

void Segments::write(const SegmentBatch& batch) {
  const PartName part{0, batch.place};
  guarded(directory_, [&] {
    // What a crash takes away is made anew, so that nothing has to be on disk before it is merged.
    Xapian::WritableDatabase database(
        path_of(part).string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    database.begin_transaction(true);
    Xapian::docid number = batch.first_document;
    for (const Document& document : batch.documents)
      database.replace_document(number++, xapian_document(document));
    batch.registry.write_lists_to(database);
    database.commit_transaction();
  });
  const auto documents = static_cast<std::uint32_t>(batch.documents.size());
  finish({part,
          {batch.first_document + documents - 1, batch.registry.entries, batch.registry.tag_sum,
           batch.registry.meaning_sum}});
}

// The thread that finishes the last part of a group merges it.
void Segments::finish(const Part& part) {
  const PartName group{part.first.level + 1, part.first.place / kMerged};
  PartMap parts;
  {
    const std::lock_guard lock(mutex_);
    unmerged_.insert(part);
    const auto first = unmerged_.lower_bound({part.first.level, group.place * kMerged});
    const auto last = unmerged_.lower_bound({part.first.level, (group.place + 1) * kMerged});
    if (std::distance(first, last) < kMerged) return;
    parts.insert(first, last);
    unmerged_.erase(first, last);
  }
  std::vector<path> paths;
  PartTotals totals;
  for (const auto& [name, of_part] : parts) {
    paths.push_back(path_of(name));
    totals.append(of_part);
  }
  merge(paths, path_of(group));
  sync_files_of_index(path_of(group));
  note_finished({group, totals}, parts);
  for (const path& merged : paths) remove(merged);
  finish({group, totals});
}

void Segments::note_finished(const Part& merged, const PartMap& parts) {
  const std::lock_guard lock(mutex_);
  finished_.parts.insert(merged);
  for (const auto& [name, totals] : parts) finished_.parts.erase(name);
  save_finished_parts(finished_, directory_);
}

void Segments::remove(const path& part) {
  std::error_code failed;
  std::filesystem::remove_all(part, failed);
  if (failed)
    throw Error(ErrorCode::io, "cannot remove " + part.string() + ": " + failed.message(),
                Place{.file = part.string()});
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
  RegistryChanges registry;
  for (const auto& [name, totals] : unmerged_) {
    registry.entries = std::max(registry.entries, totals.entries);
    registry.tag_sum += totals.tag_sum;
    registry.meaning_sum += totals.meaning_sum;
  }
  guarded(whole, [&] {
    Xapian::WritableDatabase database(whole.string(), Xapian::DB_OPEN);
    registry.write_totals_to(database);
    database.commit();
  });
}

void Segments::publish() {
  std::vector<path> paths{index_};
  for (const auto& [name, totals] : unmerged_) paths.push_back(path_of(name));
  const path whole = directory_ / "whole";
  remove(whole);  // of an import that was killed
  merge(paths, whole);
  write_totals(whole);
  copy_mode(index_, whole);
  sync_files_of_index(whole);
  exchange_durably(whole, index_);
  finished_.parts.clear();
}

}  // namespace ficsearch::store
