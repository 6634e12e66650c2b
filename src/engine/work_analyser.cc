// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/work_analyser.h"

#include <utility>

#include "index/analysis.h"
#include "index/joins.h"
#include "store/record.h"
#include "text/keys.h"

namespace ficsearch::engine {

ImportedWork WorkAnalyser::analyse(ingest::ReadWork read, bool is_first) {
  ImportedWork imported;
  imported.unknown_keys = std::move(read.unknown_keys);
  imported.replaced_bytes = read.replaced_bytes;
  imported.is_repeated = imported.may_be_stored = !is_first;
  std::string record = store::encode_record(read.work);
  std::string hash = store::content_hash(record);
  // A work that came before in this import may be waiting to be written: the writer will see.
  if (knowledge_.had_works && is_first) {
    const store::Stored stored = stored_before(read.work.id, hash);
    if (stored == store::Stored::same) return imported;
    imported.may_be_stored = stored == store::Stored::other;
  }
  imported.analysed = analysed(read.work, std::move(record), std::move(hash));
  return imported;
}

AnalysedWork WorkAnalyser::analyse_record(std::string record) {
  const Work work = store::decode_record(record);
  std::string hash = store::content_hash(record);
  return analysed(work, std::move(record), std::move(hash));
}

AnalysedWork WorkAnalyser::analysed(const Work& work, std::string record, std::string hash) {
  const std::size_t record_bytes = record.size();
  index::AnalysedWork analysed = index::analyse(work, std::move(record), tokenizer_);
  std::vector<AnalysedLabel> details;
  details.reserve(analysed.labels.size());
  for (const index::Label& label : analysed.labels) {
    details.push_back({text::fold_key(label.written), std::nullopt});
    const auto form = store::terms::tag_hash(label.facet, label.written);
    if (!knowledge_.forms.add(static_cast<std::uint64_t>(form)))
      details.back().details = details_of(label);
  }
  analysed.document.values.emplace_back(store::Slot::content_hash, hash);
  return {std::move(analysed.document), std::move(hash), std::move(analysed.labels),
          std::move(details), record_bytes};
}

store::SpellingDetails WorkAnalyser::details_of(const index::Label& label) {
  return index::details_of(label.facet, label.written, spellings_, tokenizer_);
}

store::Stored WorkAnalyser::stored_before(const std::string& id, const std::string& hash) {
  if (!stored_) stored_.emplace(knowledge_.directory);
  return stored_->compare(id, hash);
}

}  // namespace ficsearch::engine
