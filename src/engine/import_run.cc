// SPDX-License-Identifier: GPL-3.0-or-later
// One thread reads records and hands them to a pipeline of oneTBB, whose threads analyse them all
// at once and write them one after another in the order in which they were read. So numbers,
// rejects and report do not depend on the threads.
//
// The works of a first import are built in parts, by all threads (engine/first_build.h), and so are
// those of the imports that go on from one that was broken off. Else works are put in batches, a
// transaction each; changed ones are held back to the end of their batch (engine/held_changes.h).
// What a batch did is counted only once it is committed, so the report never promises what a crash
// could take back.
#include "engine/import_run.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "engine/complete_sources.h"
#include "engine/first_build.h"
#include "engine/gone_works.h"
#include "engine/held_changes.h"
#include "engine/import_joins.h"
#include "engine/import_source.h"
#include "engine/left_parts.h"
#include "engine/record_queue.h"
#include "engine/vocabulary.h"
#include "engine/work_analyser.h"
#include "ficsearch/error.h"
#include "index/analysis.h"
#include "index/joins.h"
#include "store/writer.h"
#include "store/xapian_guard.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(100);

// So many bundles of records a thread are on their way through the pipeline at most.
constexpr std::size_t kBundlesPerJob = 4;

constexpr std::size_t kLeastPartBytes = 64u << 10;

// Of text, in changed works that are held back: in memory it takes many times as much.
constexpr std::size_t kHeldBytes = 8u << 20;

// A byte of text takes so much memory on its way into the index; all else so much (measured).
constexpr std::size_t kMemoryOfByte = 25;
constexpr std::size_t kMemoryForAll = 300u << 20;

class ImportRun {
 public:
  ImportRun(const std::filesystem::path& directory, const ImportOptions& options)
      : options_(options),
        resumed_(take_left_parts(directory)),
        writer_(directory, text::normalizer_version()),
        dictionary_(dictionary_with(writer_.vocabulary())),
        joins_at_end_(writer_.is_new() || writer_.joins_version() != dictionary_->version()) {
    knowledge_.directory = directory;
    knowledge_.had_works = writer_.works() != 0;
    if (is_first_import()) begin_build();
  }

  ImportReport run(const std::vector<std::string>& sources) {
    if (options_.confirm_prune) refuse_what_may_break_off(sources);
    ImportSource source(sources, source_options(options_));
    progress_.total_bytes = source.total_bytes();
    const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs());
    tbb::task_arena arena(static_cast<int>(jobs()));
    read_and_write(source, arena);
    finish(arena);
    report_.resumed = resumed_;
    report_.interrupted = interrupted_;
    if (options_.confirm_prune && !interrupted_) prune(source);
    report_.unknown_keys.assign(unknown_keys_.begin(), unknown_keys_.end());
    show_progress(true);
    return report_;
  }

 private:
  using ReadBundle = std::shared_ptr<std::vector<ReadRecord>>;
  using ImportedBundle = std::shared_ptr<std::vector<ImportedItem>>;
  using Batches = std::shared_ptr<std::vector<store::SegmentBatch>>;

  // Or one that goes on from a first import that never came to its end, which are the joins. If
  // that left few works, the rest is not known to be many, and batches keep the order of the
  // source.
  bool is_first_import() {
    if (writer_.is_new()) return true;
    if (!joins_at_end_ || !writer_.joins_version().empty()) return false;
    if (resumed_ == 0 && writer_.works() < FirstBuild::kLeastBatches * part_works()) return false;
    store::guarded(knowledge_.directory, [&] { writer_.tags().know_all(); });
    return writer_.tags().knows_all();
  }

  std::size_t jobs() const {
    if (options_.jobs != 0) return options_.jobs;
    return static_cast<std::size_t>(tbb::info::default_concurrency());
  }

  // Reads here, as a signal that should end a wait for input comes to this thread.
  void read_and_write(ImportSource& source, tbb::task_arena& arena) {
    RecordQueue queue;
    std::future<void> written = std::async(std::launch::async, [&] {
      try {
        arena.execute([&] { take_all(queue); });
      } catch (...) {  // the reader has to learn that nobody takes records any more
        queue.abandon();
        throw;
      }
    });
    try {
      read_all(source, queue);
    } catch (...) {  // what was read before is still taken, so that the pipeline can end
      queue.finish();
      throw;
    }
    queue.finish();
    written.get();
  }

  void read_all(ImportSource& source, RecordQueue& queue) {
    for (std::uint64_t before = 0; !stopped_;) {
      if (options_.should_stop && options_.should_stop()) {
        interrupted_ = true;
        return;
      }
      auto item = source.next();
      if (!item) return;
      const std::uint64_t bytes = item->bytes_read - before;
      before = item->bytes_read;
      bool is_first = true;
      if (const auto* read = std::get_if<ingest::ReadWork>(&item->what))
        is_first = !knowledge_.works.add(hash_of_id(read->work.id));
      if (!queue.push({std::move(*item), bytes, is_first})) return;
    }
  }

  void take_all(RecordQueue& queue) {
    do {
      run_pipeline(queue);
      if (build_) end_build();
    } while (!is_all_taken_);
  }

  // A stage of the pipeline that throws would leak what it had been given, so no stage does: the
  // first failure is kept, the stages after it do nothing, and it is thrown at the end.
  void run_pipeline(RecordQueue& queue) {
    const auto take_next = [&](tbb::flow_control& flow) {
      auto bundle = std::make_shared<std::vector<ReadRecord>>();
      if (!keep_failure([&] { *bundle = next_records(queue); }) || bundle->empty()) flow.stop();
      return bundle;
    };
    const auto analyse = [&](const ReadBundle& bundle) {
      auto imported = std::make_shared<std::vector<ImportedItem>>();
      keep_failure([&] { *imported = analysed(*bundle); });
      return imported;
    };
    const auto write = [&](const ImportedBundle& bundle) {
      auto batches = std::make_shared<std::vector<store::SegmentBatch>>();
      keep_failure([&] {
        for (ImportedItem& item : *bundle) take(std::move(item));
        *batches = full_batches();
      });
      return batches;
    };
    const auto store = [&](const Batches& batches) {
      keep_failure([&] {
        for (const store::SegmentBatch& batch : *batches) build_->store(batch);
      });
    };
    tbb::parallel_pipeline(
        jobs() * kBundlesPerJob,
        tbb::make_filter<void, ReadBundle>(tbb::filter_mode::serial_in_order, take_next) &
            tbb::make_filter<ReadBundle, ImportedBundle>(tbb::filter_mode::parallel, analyse) &
            tbb::make_filter<ImportedBundle, Batches>(tbb::filter_mode::serial_in_order, write) &
            tbb::make_filter<Batches, void>(tbb::filter_mode::parallel, store));
    if (failure_) std::rethrow_exception(failure_);
  }

  // None at the end, and before the works so far are put into the index.
  std::vector<ReadRecord> next_records(RecordQueue& queue) {
    if (build_must_end_) return {};
    std::vector<ReadRecord> records = queue.take();
    is_all_taken_ = records.empty();
    return records;
  }

  std::vector<store::SegmentBatch> full_batches() {
    if (!build_) return {};
    if (build_->must_end()) build_must_end_ = true;
    return build_->take_full();
  }

  // False once any stage has failed.
  template <typename Stage>
  bool keep_failure(const Stage& stage) {
    if (has_failed_) return false;
    try {
      stage();
    } catch (...) {
      if (!has_failed_.exchange(true)) failure_ = std::current_exception();
    }
    return !has_failed_;
  }

  std::vector<ImportedItem> analysed(std::vector<ReadRecord>& bundle) {
    WorkAnalyser& analyser = analysers_.local();
    std::vector<ImportedItem> imported;
    imported.reserve(bundle.size());
    for (ReadRecord& record : bundle) {
      const std::uint64_t bytes = record.item.bytes_read;
      if (auto* read = std::get_if<ingest::ReadWork>(&record.item.what))
        imported.push_back({analyser.analyse(std::move(*read), record.is_first), bytes});
      else if (auto* refused = std::get_if<Reject>(&record.item.what))
        imported.push_back({std::move(*refused), bytes});
      else if (auto* warning = std::get_if<ImportWarning>(&record.item.what))
        imported.push_back({std::move(*warning), bytes});
      else
        imported.push_back({std::get<SkippedFile>(std::move(record.item.what)), bytes});
    }
    return imported;
  }

  void take(ImportedItem item) {
    if (stopped_) return;
    progress_.bytes = item.bytes_read;
    if (auto* skipped = std::get_if<SkippedFile>(&item.what)) {
      report_.skipped_files.push_back(std::move(skipped->path));
      return;
    }
    if (auto* warning = std::get_if<ImportWarning>(&item.what)) {
      report_.warnings.push_back(std::move(*warning));
      return;
    }
    ++progress_.works;
    if (auto* refused = std::get_if<Reject>(&item.what))
      reject(std::move(*refused));
    else
      put(std::get<ImportedWork>(std::move(item.what)));
    show_progress(false);
  }

  void reject(Reject refused) {
    ++report_.rejected;
    if (options_.on_reject) options_.on_reject(refused);
    if (options_.stop_on_error) stopped_ = true;
  }

  void put(ImportedWork work) {
    unknown_keys_.insert(work.unknown_keys.begin(), work.unknown_keys.end());
    report_.replaced_bytes += work.replaced_bytes;
    if (work.is_repeated) ++report_.repeated;
    if (!work.analysed) {
      ++batch_.unchanged;
      return;
    }
    AnalysedWork& analysed = *work.analysed;
    if (build_) {
      number_tags(analysed);
      if (work.may_be_stored)
        build_->add_version(std::move(analysed));
      else
        build_->add(std::move(analysed));
      return;
    }
    const store::Stored stored = work.may_be_stored ? stored_of(analysed) : store::Stored::nothing;
    const bool was_there = !work.is_repeated || held_.has(analysed.document.work_id);
    if (stored == store::Stored::other && was_there) return hold(std::move(analysed));
    if (stored != store::Stored::same) number_tags(analysed);
    write(analysed, stored);
  }

  store::Stored stored_of(const AnalysedWork& work) const {
    return writer_.compare(work.document.work_id, work.content_hash);
  }

  void write(const AnalysedWork& work, store::Stored stored) {
    if (stored == store::Stored::same) {
      batch_.unchanged += 1 + held_.drop(work.document.work_id);
      return;
    }
    begin_batch();
    batch_bytes_ += work.record_bytes;
    if (stored == store::Stored::nothing) {
      writer_.add(work.document);
      ++batch_.added;
    } else {
      writer_.put(work.document);
      ++batch_.replaced;
    }
    commit_full_batch();
  }

  // Of a work that was in the index before the import.
  void hold(AnalysedWork work) {
    held_.hold(std::move(work));
    if (held_.bytes() >= std::min(kHeldBytes, batch_bytes())) write_held();
    commit_full_batch();
  }

  void commit_full_batch() {
    if (batch_.added + batch_.replaced + held_.works() >= options_.batch_works ||
        batch_bytes_ + held_.bytes() >= batch_bytes())
      commit_batch();
  }

  void begin_batch() {
    if (in_batch_) return;
    writer_.begin();
    in_batch_ = true;
  }

  void write_held() {
    // Only what is written gets numbers for its tags: the registry keeps each, and joins it.
    for (auto& [id, held] : held_.take()) {
      begin_batch();
      number_tags(held.work);
      batch_bytes_ += held.work.record_bytes;
      writer_.put(held.work.document);
      batch_.replaced += held.versions;
    }
  }

  void begin_build() {
    build_ = std::make_unique<FirstBuild>(knowledge_.directory, writer_,
                                          FirstBuild::Limits{part_works(), part_bytes()});
  }

  std::size_t part_works() const {
    return std::min(options_.batch_works, FirstBuild::kUsualLimits.works);
  }

  // Of text in a batch, of which every thread writes one while another is collected.
  std::size_t part_bytes() const {
    if (options_.memory_bytes == 0)
      return std::min(options_.batch_bytes, FirstBuild::kUsualLimits.bytes);
    const std::size_t for_batches =
        options_.memory_bytes - std::min(options_.memory_bytes, kMemoryForAll);
    return std::clamp(for_batches / (kMemoryOfByte * (jobs() + 1)), kLeastPartBytes,
                      std::max(kLeastPartBytes, options_.batch_bytes));
  }

  std::size_t batch_bytes() const {
    return options_.memory_bytes == 0 ? options_.batch_bytes : part_bytes();
  }

  // If no other can follow, works go into the index batch by batch from here on.
  void end_build() {
    const std::unique_ptr<FirstBuild> build = std::move(build_);
    const bool can_go_on = !is_all_taken_ && build->can_go_on();
    build_must_end_ = false;
    if (build->has_parts()) {
      batch_.added += build->publish();
      has_committed_ = true;
      commit_batch();
    } else {
      for (const AnalysedWork& work : build->take_works()) write(work, store::Stored::nothing);
    }
    for (const AnalysedWork& work : build->take_versions()) write(work, stored_of(work));
    if (!can_go_on) return;
    commit_batch();
    begin_build();
  }

  void number_tags(AnalysedWork& work) {
    const auto number_of = [&](std::size_t place) {
      const index::Label& label = work.labels[place];
      AnalysedLabel& known = work.details[place];
      return writer_.tags().id_of(label.facet, label.written, known.fold, [&] {
        return known.details ? std::move(*known.details) : analysers_.local().details_of(label);
      });
    };
    work.document.values.emplace_back(store::Slot::tags,
                                      index::numbered_tags(work.labels, number_of));
  }

  void commit_batch() {
    write_held();
    if (in_batch_) {
      in_batch_ = false;
      if (!joins_at_end_) join_new_tags();
      writer_.commit();
      has_committed_ = true;
    }
    report_.added += batch_.added;
    report_.replaced += batch_.replaced;
    report_.unchanged += batch_.unchanged;
    batch_ = {};
    batch_bytes_ = 0;
  }

  // Of a new index, or one of another dictionary, no joins are in force until here: readers find
  // out for themselves. To make all of them once takes less time than to follow every batch, and if
  // it never comes to this, the next import will: whoever interrupts this one wants it to end.
  void finish(tbb::task_arena& arena) {
    write_held();
    const bool makes_joins = joins_at_end_ && !interrupted_;
    const bool is_only_batch = in_batch_ && !has_committed_;
    if (makes_joins && is_only_batch) join_all_tags();
    commit_batch();
    if (makes_joins && !is_only_batch) arena.execute([&] { store_all_joins(); });
  }

  void join_all_tags() {
    writer_.update_joins(dictionary_->version(), [&](const store::TagRegistry& registry, bool) {
      index::rebuild_joins(registry, writer_.tags(), dictionary_spellings(), spellings_);
    });
  }

  // What the new tags mean among the archive's is part of the batch that brought them.
  void join_new_tags() {
    const std::vector<store::TagId> added = writer_.tags().take_new_ids();
    if (added.empty()) return;
    writer_.update_joins(dictionary_->version(), [&](const store::TagRegistry& registry, bool) {
      index::update_joins(added, registry, writer_.tags(), dictionary_spellings(), spellings_);
    });
  }

  void store_all_joins() {
    if (writer_.tags().size() == 0) return;
    const auto joins =
        all_joins(knowledge_.directory, dictionary_spellings(), options_.should_stop);
    if (!joins) {
      interrupted_ = true;
      return;
    }
    writer_.begin();
    writer_.tags().replace_joins(*joins, dictionary_->version());
    writer_.commit();
  }

  void prune(const ImportSource& source) {
    report_.not_pruned = why_incomplete(report_, source.empty_files());
    if (!report_.not_pruned.empty()) return;
    const std::vector<std::string> gone = works_not_among(knowledge_.works, knowledge_.directory);
    if (gone.empty() || !options_.confirm_prune(gone.size())) return;
    writer_.begin();
    for (const std::string& id : gone) writer_.remove(id);
    writer_.commit();
    report_.pruned = gone.size();
  }

  const tags::DictionarySpellings& dictionary_spellings() {
    if (!dictionary_spellings_) dictionary_spellings_.emplace(*dictionary_, spellings_);
    return *dictionary_spellings_;
  }

  void show_progress(bool last) {
    if (!options_.on_progress) return;
    const Clock::time_point now = Clock::now();
    if (!last && now - shown_ < kProgressInterval) return;
    shown_ = now;
    progress_.seconds = std::chrono::duration<double>(now - began_).count();
    options_.on_progress(progress_);
  }

  const ImportOptions& options_;
  const std::uint64_t resumed_;  // works that a killed import had finished parts of
  store::Writer writer_;
  std::shared_ptr<const tags::Dictionary> dictionary_;
  const bool joins_at_end_;
  ImportKnowledge knowledge_;
  tbb::enumerable_thread_specific<WorkAnalyser> analysers_{
      [this] { return WorkAnalyser(knowledge_); }};
  std::unique_ptr<FirstBuild> build_;         // null once it has ended
  std::atomic<bool> build_must_end_ = false;  // by the pipeline's last stage but one, for its first
  bool is_all_taken_ = false;                 // by the pipeline's first stage
  tags::SpellingReader spellings_;
  std::optional<tags::DictionarySpellings> dictionary_spellings_;  // made when first asked for

  // Of the pipeline's last stage but one.
  ImportReport report_;          // committed
  ImportReport batch_;           // in the open transaction
  std::size_t batch_bytes_ = 0;  // written in it
  HeldChanges held_;             // for it
  bool in_batch_ = false;
  bool has_committed_ = false;
  std::set<std::string> unknown_keys_;
  ImportProgress progress_;
  Clock::time_point began_ = Clock::now();
  Clock::time_point shown_ = began_;

  std::atomic<bool> has_failed_ = false;  // a stage of the pipeline
  std::exception_ptr failure_;            // of the first that did

  bool interrupted_ = false;           // by the reading thread
  std::atomic<bool> stopped_ = false;  // by the pipeline, for the reading thread
};

}  // namespace

ImportReport run_import(const std::filesystem::path& directory,
                        const std::vector<std::string>& sources, const ImportOptions& options) {
  return ImportRun(directory, options).run(sources);
}

}  // namespace ficsearch::engine
