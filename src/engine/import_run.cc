// SPDX-License-Identifier: GPL-3.0-or-later
// Works are read one after another and put in batches, a transaction each. What a batch did is
// counted only once it is committed, so the report never promises what a crash could take back.
#include "engine/import_run.h"

#include <chrono>
#include <memory>
#include <optional>
#include <set>

#include "engine/vocabulary.h"
#include "ficsearch/error.h"
#include "index/analysis.h"
#include "index/joins.h"
#include "ingest/open_source.h"
#include "store/record.h"
#include "store/writer.h"
#include "text/keys.h"
#include "text/tokenizer.h"

namespace ficsearch::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(100);

std::shared_ptr<const ingest::ColumnMap> columns_of(const ImportOptions& options) {
  if (options.column_map.empty()) return nullptr;
  return std::make_shared<const ingest::ColumnMap>(ingest::ColumnMap::load(options.column_map));
}

class ImportRun {
 public:
  ImportRun(const std::filesystem::path& directory, const ImportOptions& options)
      : options_(options),
        columns_(columns_of(options)),
        writer_(directory, text::normalizer_version()) {}

  ImportReport run(const std::vector<std::string>& sources) {
    named_.insert(sources.begin(), sources.end());
    const std::vector<std::string> files = ingest::list_files(sources);
    if (files.empty()) throw Error(ErrorCode::io, "the sources hold no files");
    measure(files);
    for (const std::string& file : files) {
      if (!read_source(file)) break;
      progress_.bytes = finished_bytes_;
    }
    commit_batch();
    report_.unknown_keys.assign(unknown_keys_.begin(), unknown_keys_.end());
    show_progress(true);
    return report_;
  }

 private:
  void measure(const std::vector<std::string>& files) {
    for (const std::string& file : files) {
      std::error_code failed;
      const std::uintmax_t size = file == "-" ? 0 : std::filesystem::file_size(file, failed);
      if (file == "-" || failed) {
        progress_.total_bytes = 0;
        return;
      }
      progress_.total_bytes += size;
    }
  }

  // False if the import ends here.
  bool read_source(const std::string& file) {
    std::unique_ptr<ingest::WorkReader> reader;
    try {
      reader = ingest::open_source(file, {.format = options_.format, .columns = columns_});
    } catch (const Error& error) {
      if (error.code() != ErrorCode::unknown_format) throw;
      // Folders hold other things than works; a file that was named is meant to be one.
      if (!named_.contains(file)) {
        report_.skipped_files.push_back(file);
        return true;
      }
      return reject({error.code(), error.what(), file, 0, 0, {}, {}});
    }
    const std::uint64_t before = finished_bytes_;
    for (;;) {
      if (options_.should_stop && options_.should_stop()) {
        report_.interrupted = true;
        return false;
      }
      auto result = reader->next();
      progress_.bytes = finished_bytes_ = before + reader->bytes_read();
      if (!result) return true;
      ++progress_.works;
      if (auto* refused = std::get_if<Reject>(&*result)) {
        if (!reject(std::move(*refused))) return false;
      } else {
        put(std::get<ingest::ReadWork>(std::move(*result)));
      }
      show_progress(false);
    }
  }

  bool reject(Reject refused) {
    ++report_.rejected;
    if (options_.on_reject) options_.on_reject(refused);
    return !options_.stop_on_error;
  }

  void put(ingest::ReadWork read) {
    unknown_keys_.insert(read.unknown_keys.begin(), read.unknown_keys.end());
    report_.replaced_bytes += read.replaced_bytes;
    std::string record = store::encode_record(read.work);
    const std::string hash = store::content_hash(record);
    if (!in_batch_) {
      writer_.begin();
      in_batch_ = true;
    }
    const store::Stored stored = writer_.compare(read.work.id, hash);
    if (stored == store::Stored::same) {
      ++batch_.unchanged;
    } else {
      batch_bytes_ += record.size();
      index::AnalysedWork analysed = index::analyse(read.work, std::move(record), tokenizer_);
      const auto number = [&](Facet facet, std::string_view written, std::string_view fold) {
        return writer_.tags().id_of(facet, written, fold, [&] {
          return index::details_of(facet, written, spellings_, tokenizer_);
        });
      };
      writer_.put(index::number_tags(std::move(analysed), number), hash);
      ++(stored == store::Stored::nothing ? batch_.added : batch_.replaced);
    }
    if (batch_.added + batch_.replaced >= options_.batch_works ||
        batch_bytes_ >= options_.batch_bytes)
      commit_batch();
  }

  void commit_batch() {
    if (!in_batch_) return;
    in_batch_ = false;
    join_new_tags();
    writer_.commit();
    report_.added += batch_.added;
    report_.replaced += batch_.replaced;
    report_.unchanged += batch_.unchanged;
    batch_ = {};
    batch_bytes_ = 0;
  }

  // What the new tags mean among the archive's is part of the batch that brought them.
  void join_new_tags() {
    const std::vector<store::TagId> added = writer_.tags().take_new_ids();
    if (added.empty()) return;
    if (!dictionary_) {
      dictionary_ = dictionary_with(writer_.vocabulary());
      dictionary_spellings_.emplace(*dictionary_, spellings_);
    }
    writer_.update_joins(dictionary_->version(), [&](const store::TagRegistry& registry, bool all) {
      if (all)
        index::rebuild_joins(registry, writer_.tags(), *dictionary_spellings_, spellings_);
      else
        index::update_joins(added, registry, writer_.tags(), *dictionary_spellings_, spellings_);
    });
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
  std::shared_ptr<const ingest::ColumnMap> columns_;  // null if no map was given
  store::Writer writer_;
  text::Tokenizer tokenizer_;
  tags::SpellingReader spellings_;
  std::shared_ptr<const tags::Dictionary> dictionary_;             // null until there are new tags
  std::optional<tags::DictionarySpellings> dictionary_spellings_;  // of dictionary_
  ImportReport report_;                                            // committed
  ImportReport batch_;                                             // in the open transaction
  std::size_t batch_bytes_ = 0;
  bool in_batch_ = false;
  std::set<std::string> named_;  // sources as the caller gave them
  std::set<std::string> unknown_keys_;
  ImportProgress progress_;
  std::uint64_t finished_bytes_ = 0;
  Clock::time_point began_ = Clock::now();
  Clock::time_point shown_ = began_;
};

}  // namespace

ImportReport run_import(const std::filesystem::path& directory,
                        const std::vector<std::string>& sources, const ImportOptions& options) {
  return ImportRun(directory, options).run(sources);
}

}  // namespace ficsearch::engine
