// SPDX-License-Identifier: GPL-3.0-or-later
// Records are read one after another, and a batch of them is analysed by all cores, numbered in
// order, and written by all cores into parts of the new index, as a first import does
// (engine/first_build.h). A record needs no check against others: ids were unique before.
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/first_build.h"
#include "engine/import_joins.h"
#include "engine/maintenance_steps.h"
#include "engine/new_index_beside.h"
#include "engine/vocabulary.h"
#include "engine/work_analyser.h"
#include "ficsearch/maintenance.h"
#include "index/analysis.h"
#include "store/document_stream.h"
#include "store/writer.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

// So many records are in memory at a time.
constexpr std::size_t kBatchWorks = 2000;
constexpr std::size_t kBatchBytes = 16u << 20;

class Rebuild {
 public:
  Rebuild(const std::filesystem::path& from, const std::filesystem::path& to,
          engine::MaintenanceSteps& steps)
      : to_(to), steps_(steps), documents_(from), writer_(to, text::normalizer_version()) {}

  Rebuild(const Rebuild&) = delete;
  Rebuild& operator=(const Rebuild&) = delete;
  ~Rebuild() {
    build_.reset();
    store::Segments::remove_left(to_);  // nobody goes on from them
  }

  void run() {
    store::Segments::remove_left(to_);  // of one that was killed
    copy_settings();
    build_.emplace(to_, writer_, engine::FirstBuild::kUsualLimits);
    steps_.begin("rebuilding works", documents_.works());
    for (Batch batch = read_batch(); !batch.empty(); batch = read_batch()) write(batch);
    if (build_) end_build();
    store_joins();
  }

 private:
  using Batch = std::vector<engine::AnalysedWork>;

  void copy_settings() {
    writer_.begin();
    vocabulary_ = documents_.vocabulary();
    if (!vocabulary_.empty()) writer_.put_vocabulary(vocabulary_);
    for (const auto& [name, profile] : documents_.profiles()) writer_.put_profile(name, profile);
    if (const auto enforced = documents_.enforced_profile())
      writer_.put_enforced_profile(*enforced);
    writer_.commit();
  }

  // None are left if it is empty.
  Batch read_batch() {
    std::vector<std::string> records;
    for (std::size_t bytes = 0;
         records.size() < kBatchWorks && bytes < kBatchBytes && documents_.next();) {
      records.push_back(documents_.record());
      bytes += records.back().size();
      steps_.advance();
    }
    Batch batch(records.size());
    tbb::parallel_for(std::size_t{0}, batch.size(), [&](std::size_t i) {
      batch[i] = analysers_.local().analyse_record(std::move(records[i]));
    });
    return batch;
  }

  void write(Batch& batch) {
    for (engine::AnalysedWork& work : batch) number_tags(work);
    if (!build_) return write_in_place(batch);
    for (engine::AnalysedWork& work : batch) build_->add(std::move(work));
    const std::vector<store::SegmentBatch> full = build_->take_full();
    tbb::parallel_for(std::size_t{0}, full.size(), [&](std::size_t i) { build_->store(full[i]); });
    if (!build_->can_go_on()) end_build();
  }

  void end_build() {
    if (build_->has_parts())
      build_->publish();
    else
      write_in_place(build_->take_works());
    build_.reset();
  }

  void write_in_place(const Batch& batch) {
    writer_.begin();
    for (const engine::AnalysedWork& work : batch) writer_.add(work.document);
    writer_.commit();
  }

  void number_tags(engine::AnalysedWork& work) {
    const auto number_of = [&](std::size_t place) {
      const index::Label& label = work.labels[place];
      engine::AnalysedLabel& known = work.details[place];
      return writer_.tags().id_of(label.facet, label.written, known.fold, [&] {
        return known.details ? std::move(*known.details) : analysers_.local().details_of(label);
      });
    };
    work.document.values.emplace_back(store::Slot::tags,
                                      index::numbered_tags(work.labels, number_of));
  }

  void store_joins() {
    if (writer_.tags().size() == 0) return;
    steps_.begin("joining spellings", 0);
    const auto dictionary = engine::dictionary_with(vocabulary_);
    tags::SpellingReader spellings;
    const auto joins = engine::all_joins(to_, tags::DictionarySpellings(*dictionary, spellings),
                                         [&] { return steps_.is_stop_asked(); });
    if (!joins) steps_.stop();
    writer_.begin();
    writer_.tags().replace_joins(*joins, dictionary->version());
    writer_.commit();
  }

  std::filesystem::path to_;
  engine::MaintenanceSteps& steps_;
  store::DocumentStream documents_;
  store::Writer writer_;
  std::string vocabulary_;
  engine::ImportKnowledge knowledge_;
  tbb::enumerable_thread_specific<engine::WorkAnalyser> analysers_{
      [this] { return engine::WorkAnalyser(knowledge_); }};
  std::optional<engine::FirstBuild> build_;  // until it has ended
};

}  // namespace

SizeReport rebuild_index(const std::filesystem::path& directory,
                         const MaintenanceOptions& options) {
  engine::MaintenanceSteps steps(options);
  engine::NewIndexBeside rebuilt(directory);
  Rebuild(rebuilt.old_directory(), rebuilt.directory(), steps).run();
  return rebuilt.put_in_place(steps);
}

}  // namespace ficsearch
