// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/exact_hashes.h"
#include "engine/import_source.h"
#include "engine/seen_hashes.h"
#include "index/labels.h"
#include "store/document.h"
#include "store/registry_writer.h"
#include "store/stored_works.h"
#include "tags/spelling_keys.h"
#include "text/tokenizer.h"

namespace ficsearch::engine {

// A tag of a work, with what the registry wants to know of it.
struct AnalysedLabel {
  std::string fold;                               // folded key
  std::optional<store::SpellingDetails> details;  // if the form is likely new to the index
};

// A work, ready to be written but for the numbers of its tags.
struct AnalysedWork {
  store::Document document;
  std::string content_hash;
  std::vector<index::Label> labels;
  std::vector<AnalysedLabel> details;  // of `labels`, by place
  std::size_t record_bytes = 0;
};

// What became of a work.
struct ImportedWork {
  std::optional<AnalysedWork> analysed;  // nullopt: the index holds it unchanged
  std::vector<std::string> unknown_keys;
  std::size_t replaced_bytes = 0;
  bool is_repeated = false;    // a work with this id came before in this import
  bool may_be_stored = false;  // whether the index may hold a work with this id already
};

struct ImportedItem {
  std::variant<ImportedWork, Reject, SkippedFile, ImportWarning> what;
  std::uint64_t bytes_read = 0;  // as SourceItem::bytes_read
};

// What all analysers of an import know together.
struct ImportKnowledge {
  std::filesystem::path directory;  // of the index
  bool had_works = false;           // whether it held any before the import
  ExactHashes works;                // ids of the works read so far
  SeenHashes forms;                 // hashes of the written forms of which details were made
};

// Turns works into documents, which takes most of the time of an import.
//
// Threads: one; make one a thread. `knowledge` must outlive it.
class WorkAnalyser {
 public:
  explicit WorkAnalyser(ImportKnowledge& knowledge) : knowledge_(knowledge) {}

  // `is_first`: no work with this id came before in this import.
  ImportedWork analyse(ingest::ReadWork read, bool is_first);

  // Of a work that is stored, as its store::encode_record.
  AnalysedWork analyse_record(std::string record);

  // As AnalysedLabel::details, for a form that turns out to be new.
  store::SpellingDetails details_of(const index::Label& label);

 private:
  AnalysedWork analysed(const Work& work, std::string record, std::string hash);
  store::Stored stored_before(const std::string& id, const std::string& hash);

  ImportKnowledge& knowledge_;
  text::Tokenizer tokenizer_;
  tags::SpellingReader spellings_;
  std::optional<store::StoredWorks> stored_;  // opened when first asked
};

}  // namespace ficsearch::engine
