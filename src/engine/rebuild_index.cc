// SPDX-License-Identifier: GPL-3.0-or-later
// Records are read one after another, analysed by all cores a batch at a time, and written in
// order, as an import does. A record needs no check against others: ids were unique before.
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <optional>

#include "engine/import_joins.h"
#include "engine/maintenance_steps.h"
#include "engine/new_index_beside.h"
#include "engine/seen_hashes.h"
#include "engine/vocabulary.h"
#include "ficsearch/maintenance.h"
#include "index/analysis.h"
#include "index/joins.h"
#include "store/document_stream.h"
#include "store/record.h"
#include "store/writer.h"
#include "text/keys.h"

namespace ficsearch {
namespace {

constexpr std::size_t kBatchWorks = 2000;

struct RebuiltWork {
  std::string record;
  std::optional<index::AnalysedWork> analysed;
  std::vector<std::optional<store::SpellingDetails>> details;  // by label, if it may be new
};

// What one thread analyses with.
struct Analyser {
  text::Tokenizer tokenizer;
  tags::SpellingReader spellings;

  store::SpellingDetails details_of(const index::Label& label) {
    return index::details_of(label.facet, label.written, spellings, tokenizer);
  }
};

class Rebuild {
 public:
  Rebuild(const std::filesystem::path& from, const std::filesystem::path& to,
          engine::MaintenanceSteps& steps)
      : to_(to), steps_(steps), documents_(from), writer_(to, text::normalizer_version()) {}

  void run() {
    copy_settings();
    steps_.begin("rebuilding works", documents_.works());
    while (auto batch = read_batch()) write(*batch);
    store_joins();
  }

 private:
  using Batch = std::vector<RebuiltWork>;

  void copy_settings() {
    writer_.begin();
    vocabulary_ = documents_.vocabulary();
    if (!vocabulary_.empty()) writer_.put_vocabulary(vocabulary_);
    for (const auto& [name, profile] : documents_.profiles()) writer_.put_profile(name, profile);
    if (const auto enforced = documents_.enforced_profile())
      writer_.put_enforced_profile(*enforced);
    writer_.commit();
  }

  std::optional<Batch> read_batch() {
    Batch batch;
    while (batch.size() < kBatchWorks && documents_.next()) {
      batch.push_back({documents_.record(), std::nullopt, {}});
      steps_.advance();
    }
    if (batch.empty()) return std::nullopt;
    tbb::parallel_for(std::size_t{0}, batch.size(), [&](std::size_t i) { analyse(batch[i]); });
    return batch;
  }

  void analyse(RebuiltWork& work) {
    Analyser& analyser = analysers_.local();
    work.analysed =
        index::analyse(store::decode_record(work.record), work.record, analyser.tokenizer);
    for (const index::Label& label : work.analysed->labels) {
      const auto form = store::terms::tag_hash(label.facet, label.written);
      work.details.push_back(forms_.add(static_cast<std::uint64_t>(form))
                                 ? std::nullopt
                                 : std::optional(analyser.details_of(label)));
    }
  }

  void write(Batch& batch) {
    writer_.begin();
    for (RebuiltWork& work : batch) {
      const auto number_of = [&](std::size_t place) {
        const index::Label& label = work.analysed->labels[place];
        auto& known = work.details[place];
        return writer_.tags().id_of(label.facet, label.written, text::fold_key(label.written), [&] {
          return known ? std::move(*known) : analysers_.local().details_of(label);
        });
      };
      store::Document& document = work.analysed->document;
      document.values.emplace_back(store::Slot::content_hash, store::content_hash(work.record));
      document.values.emplace_back(store::Slot::tags,
                                   index::numbered_tags(work.analysed->labels, number_of));
      writer_.add(document);
    }
    writer_.commit();
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
  engine::SeenHashes forms_;
  tbb::enumerable_thread_specific<Analyser> analysers_;
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
