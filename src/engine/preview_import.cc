// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/preview_import.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "engine/gone_works.h"
#include "engine/import_source.h"
#include "engine/vocabulary.h"
#include "ficsearch/error.h"
#include "index/labels.h"
#include "store/reader.h"
#include "store/record.h"
#include "store/stored_works.h"
#include "store/writer.h"
#include "tags/dictionary_spellings.h"
#include "tags/joining.h"
#include "text/keys.h"

namespace ficsearch::engine {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(100);

// What an import would find in the index.
class IndexBefore {
 public:
  explicit IndexBefore(const std::filesystem::path& directory) {
    try {
      reader_.emplace(directory, text::normalizer_version());
      stored_.emplace(directory);
    } catch (const Error& error) {  // an import would make it
      if (error.code() != ErrorCode::no_index) throw;
    }
  }

  std::string vocabulary() const { return reader_ ? reader_->vocabulary() : std::string(); }

  // As the same source before it leaves the index.
  store::Stored compare(const Work& work) {
    const std::string hash = store::content_hash(store::encode_record(work));
    const auto [earlier, is_first] = read_.try_emplace(hash_of_id(work.id), hash);
    if (!is_first) {
      const std::string before = std::exchange(earlier->second, hash);
      return before == hash ? store::Stored::same : store::Stored::other;
    }
    return stored_ ? stored_->compare(work.id, hash) : store::Stored::nothing;
  }

 private:
  std::optional<store::Reader> reader_;
  std::optional<store::StoredWorks> stored_;
  std::unordered_map<std::uint64_t, std::string> read_;  // content hashes, by hash of the id
};

// An archive without spellings: what can be said of a tag without it stays true with any.
class NoSpellings : public tags::KnownSpellings {
  std::vector<tags::KnownSpelling> with_fold(std::optional<Facet>,
                                             std::string_view) const override {
    return {};
  }
  std::vector<tags::KnownSpelling> with_join_key(std::optional<Facet>,
                                                 std::string_view) const override {
    return {};
  }
};

// Counts what works are tagged with.
class TagCensus {
 public:
  explicit TagCensus(const std::string& vocabulary)
      : dictionary_(dictionary_with(vocabulary)), spellings_(*dictionary_, reader_) {}

  void add(const Work& work) {
    for (const index::Label& label : index::labels_of(work)) ++forms_[{label.facet, label.written}];
  }

  void report_to(ImportPreview& preview) {
    std::map<Facet, FacetPreview> facets;
    for (const auto& [form, works] : forms_) {
      const auto& [facet, written] = form;
      FacetPreview& counts = facets.try_emplace(facet, FacetPreview{facet, 0, 0, 0}).first->second;
      counts.tags += works;
      ++counts.forms;
      if (is_mapped(facet, written))
        ++counts.mapped;
      else
        preview.unmapped.push_back({facet, written, works});
    }
    for (auto& [facet, counts] : facets) preview.facets.push_back(counts);
    std::sort(preview.unmapped.begin(), preview.unmapped.end(),
              [](const UnmappedTag& a, const UnmappedTag& b) {
                return std::tuple(b.works, a.facet, std::string_view(a.written)) <
                       std::tuple(a.works, b.facet, std::string_view(b.written));
              });
  }

 private:
  bool is_mapped(Facet facet, const std::string& written) {
    const auto is_concept = [](const tags::Meaning& meaning) {
      return std::holds_alternative<tags::ConceptRef>(meaning);
    };
    const tags::Joined joined =
        tags::Joiner(spellings_, no_archive_, reader_).meaning_of(facet, written);
    if (const auto* one = std::get_if<tags::JoinedMeaning>(&joined))
      return is_concept(one->meaning);
    const auto* many = std::get_if<tags::JoinedCandidates>(&joined);
    return many != nullptr &&
           std::any_of(many->candidates.begin(), many->candidates.end(), is_concept);
  }

  std::shared_ptr<const tags::Dictionary> dictionary_;
  tags::SpellingReader reader_;
  tags::DictionarySpellings spellings_;
  NoSpellings no_archive_;
  std::map<std::pair<Facet, std::string>, std::uint64_t> forms_;  // number of works
};

class Preview {
 public:
  Preview(const std::filesystem::path& directory, const ImportOptions& options)
      : options_(options), index_(directory), census_(index_.vocabulary()) {}

  ImportPreview of(ImportSource& source) {
    progress_.total_bytes = source.total_bytes();
    while (!preview_.interrupted) {
      if (options_.should_stop && options_.should_stop()) {
        preview_.interrupted = true;
        break;
      }
      const auto item = source.next();
      if (!item) break;
      if (!take(*item)) break;
      progress_.bytes = item->bytes_read;
      show_progress();
    }
    census_.report_to(preview_);
    return std::move(preview_);
  }

 private:
  // False if the import would end here.
  bool take(const SourceItem& item) {
    if (const auto* skipped = std::get_if<SkippedFile>(&item.what)) {
      preview_.skipped_files.push_back(skipped->path);
      return true;
    }
    if (const auto* warning = std::get_if<ImportWarning>(&item.what)) {
      preview_.warnings.push_back(*warning);
      return true;
    }
    ++progress_.works;
    if (const auto* refused = std::get_if<Reject>(&item.what)) {
      ++counts_of(refused->source).rejected;
      if (options_.on_reject) options_.on_reject(*refused);
      return !options_.stop_on_error;
    }
    const Work& work = std::get<ingest::ReadWork>(item.what).work;
    census_.add(work);
    SourcePreview& counts = counts_of(item.source);
    switch (index_.compare(work)) {
      case store::Stored::nothing:
        ++counts.added;
        break;
      case store::Stored::other:
        ++counts.replaced;
        break;
      case store::Stored::same:
        ++counts.unchanged;
        break;
    }
    return true;
  }

  // Sources come one after another.
  SourcePreview& counts_of(const std::string& source) {
    if (preview_.sources.empty() || preview_.sources.back().source != source)
      preview_.sources.push_back({source, 0, 0, 0, 0});
    return preview_.sources.back();
  }

  void show_progress() {
    if (!options_.on_progress) return;
    const Clock::time_point now = Clock::now();
    if (now - shown_ < kProgressInterval) return;
    shown_ = now;
    progress_.seconds = std::chrono::duration<double>(now - began_).count();
    options_.on_progress(progress_);
  }

  const ImportOptions& options_;
  IndexBefore index_;
  TagCensus census_;
  ImportPreview preview_;
  ImportProgress progress_;
  Clock::time_point began_ = Clock::now();
  Clock::time_point shown_ = began_;
};

}  // namespace

ImportPreview preview_import(const std::filesystem::path& directory,
                             const std::vector<std::string>& sources,
                             const ImportOptions& options) {
  ImportSource source(sources, source_options(options));
  return Preview(directory, options).of(source);
}

}  // namespace ficsearch::engine
