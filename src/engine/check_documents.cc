// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/check_documents.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ficsearch/error.h"
#include "index/analysis.h"
#include "snapshot/posting_lists.h"
#include "snapshot/tag_census.h"
#include "store/document_stream.h"
#include "store/reader.h"
#include "store/record.h"
#include "store/registry_image.h"
#include "store/slots.h"
#include "store/xapian_guard.h"
#include "text/keys.h"
#include "text/tokenizer.h"

namespace ficsearch::engine {
namespace {

using store::PlacedTag;
using store::Posting;
using store::Slot;

std::vector<Posting> sorted(std::vector<Posting> postings) {
  std::sort(postings.begin(), postings.end(),
            [](const Posting& a, const Posting& b) { return a.term < b.term; });
  for (Posting& posting : postings) {
    std::vector<std::uint32_t>& positions = posting.positions;
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
  }
  return postings;
}

class DocumentCheck {
 public:
  DocumentCheck(const std::filesystem::path& directory, CheckReport& report,
                MaintenanceSteps& steps)
      : directory_(directory),
        report_(report),
        steps_(steps),
        documents_(directory),
        reader_(directory, documents_.normalizer()),
        is_of_this_normalizer_(documents_.normalizer() == text::normalizer_version()) {}

  void run() {
    if (is_deep() && !is_of_this_normalizer_)
      throw Error(ErrorCode::normalizer_mismatch,
                  "only the program that made " + directory_.string() + " can check it deeply", {},
                  "check it without --deep, or make it anew with ficsearch index rebuild");
    check_registry();
    check_tag_lists();
    steps_.begin("checking works", documents_.works());
    while (const auto number = documents_.next()) {
      check_document(*number);
      ++report_.works;
      steps_.advance();
    }
    if (report_.works != documents_.works())
      note("the index counts " + std::to_string(documents_.works()) + " works and has " +
           std::to_string(report_.works));
    if (is_deep()) compare_posting_lists();
  }

 private:
  bool is_deep() const { return report_.depth == CheckDepth::deep; }
  void note(std::string what) { report_.damage.push_back(std::move(what)); }

  void check_registry() {
    store::guarded(directory_, [&] {
      image_ = std::make_unique<store::RegistryImage>(reader_.registry());
      steps_.begin("checking the tag registry", image_->size());
      if (image_->size() != reader_.registry().size())
        note("the tag registry counts " + std::to_string(reader_.registry().size()) +
             " entries and has " + std::to_string(image_->size()));
      for (std::uint32_t number = 0; number < image_->size(); ++number) {
        check_entry(store::TagId{number});
        steps_.advance();
      }
    });
  }

  void check_entry(store::TagId id) {
    const std::string written(image_->written(id));
    const std::string fold(image_->fold(id));
    const std::vector<store::TagRef> found = reader_.registry().refs_with_fold(fold);
    if (std::none_of(found.begin(), found.end(),
                     [&](const store::TagRef& ref) { return ref.id == id; }))
      note("the tag \"" + written + "\" is not found by its folded key");
    if (is_of_this_normalizer_ && text::fold_key(written) != fold)
      note("the tag \"" + written + "\" has another folded key than its own");
  }

  // Works' own tag lists against posting lists.
  void check_tag_lists() {
    store::guarded(directory_, [&] {
      snapshot::FormUse use;
      const snapshot::ForwardIndex forward(reader_.database(), image_->size(), use);
      snapshot::check_tag_lists(reader_.database(), *image_, forward, use.works);
    });
  }

  void check_document(store::DocumentId number) {
    const std::string name = "document " + std::to_string(static_cast<std::uint32_t>(number));
    const std::string record = documents_.record();
    Work work;
    try {
      work = store::decode_record(record);
    } catch (const Error& error) {  // the others can still be read
      note(name + ": " + error.what());
      return;
    }
    if (documents_.value(Slot::work_id) != work.id || !documents_.is_found_by(work.id))
      note(name + " is not found by its id, \"" + work.id + "\"");
    if (documents_.value(Slot::content_hash) != store::content_hash(record))
      note("the work \"" + work.id + "\" has another content hash than its record");
    check_tags(work);
    if (is_deep()) check_analysis(number, work, record);
  }

  void check_tags(const Work& work) {
    std::vector<PlacedTag> placed;
    store::decode_tags(documents_.value(Slot::tags), placed);
    const std::vector<index::Label> labels = index::labels_of(work);
    const bool same =
        placed.size() == labels.size() &&
        std::all_of(placed.begin(), placed.end(), [&](const PlacedTag& tag) {
          return static_cast<std::uint32_t>(tag.tag) < image_->size() &&
                 std::any_of(labels.begin(), labels.end(), [&](const index::Label& label) {
                   return label.facet == image_->facet(tag.tag) &&
                          label.written == image_->written(tag.tag) && label.places == tag.places;
                 });
        });
    if (!same) note("the work \"" + work.id + "\" has another list of tags than its record");
  }

  void check_analysis(store::DocumentId number, const Work& work, const std::string& record) {
    const store::Document expected = index::analyse(work, record, tokenizer_).document;
    const std::vector<Posting> stored = documents_.postings();
    if (sorted(expected.postings) != stored)
      note("the work \"" + work.id + "\" is not indexed as its record says");
    for (const auto& [slot, value] : expected.values)
      if (documents_.value(slot) != value)
        note("the work \"" + work.id + "\" has another value " +
             std::to_string(static_cast<unsigned>(slot)) + " than its record");
    for (const Posting& posting : stored)
      sum_of_works_ += store::posting_number(posting.term, number, posting.count);
  }

  // Every work by its own list of terms, and all posting lists, must be the same set.
  void compare_posting_lists() {
    steps_.begin("checking posting lists", 0);
    if (store::sum_of_posting_lists(directory_, [&] { steps_.advance(); }) != sum_of_works_)
      note("posting lists and the works' own lists of terms are not the same");
  }

  std::filesystem::path directory_;
  CheckReport& report_;
  MaintenanceSteps& steps_;
  store::DocumentStream documents_;
  store::Reader reader_;
  bool is_of_this_normalizer_;
  std::unique_ptr<store::RegistryImage> image_;
  text::Tokenizer tokenizer_;
  std::uint64_t sum_of_works_ = 0;
};

}  // namespace

void check_documents(const std::filesystem::path& directory, CheckReport& report,
                     MaintenanceSteps& steps) {
  DocumentCheck(directory, report, steps).run();
}

}  // namespace ficsearch::engine
