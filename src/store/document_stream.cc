// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/document_stream.h"

#include <xapian.h>
#include <xxhash.h>

#include "store/format.h"
#include "store/metadata.h"
#include "store/metadata_sum.h"
#include "store/profile_record.h"
#include "store/terms.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {

struct DocumentStream::Impl {
  std::filesystem::path directory;
  Xapian::Database database;
  Xapian::PostingIterator position;
  Xapian::Document document;
  bool has_begun = false;
  bool has_ended = false;

  Xapian::docid number() const { return document.get_docid(); }

  std::optional<Profile> profile(const std::string& key, std::string_view name) const {
    const std::string record = database.get_metadata(key);
    return record.empty() ? std::nullopt : std::optional(decode_profile(record, name));
  }
};

DocumentStream::DocumentStream(const std::filesystem::path& directory)
    : impl_(std::make_unique<Impl>()) {
  impl_->directory = directory;
  guarded(directory, [&] {
    impl_->database = Xapian::Database(directory.string());
    check_format(impl_->database, directory);
    check_settings(impl_->database);
  });
}

DocumentStream::DocumentStream(DocumentStream&&) noexcept = default;
DocumentStream::~DocumentStream() = default;

std::uint64_t DocumentStream::works() const {
  return impl_->database.get_doccount();
}

std::string DocumentStream::normalizer() const {
  return guarded(impl_->directory,
                 [&] { return impl_->database.get_metadata(metadata::kNormalizer); });
}

std::string DocumentStream::vocabulary() const {
  return guarded(impl_->directory,
                 [&] { return impl_->database.get_metadata(metadata::kVocabulary); });
}

std::vector<std::pair<std::string, Profile>> DocumentStream::profiles() const {
  return guarded(impl_->directory, [&] {
    std::vector<std::pair<std::string, Profile>> profiles;
    const std::string prefix = metadata::kProfilePrefix;
    const auto end = impl_->database.metadata_keys_end(prefix);
    for (auto key = impl_->database.metadata_keys_begin(prefix); key != end; ++key) {
      const std::string name = (*key).substr(prefix.size());
      if (auto profile = impl_->profile(*key, name)) profiles.emplace_back(name, *profile);
    }
    return profiles;
  });
}

std::optional<Profile> DocumentStream::enforced_profile() const {
  return guarded(impl_->directory,
                 [&] { return impl_->profile(metadata::kEnforcedProfile, "enforced"); });
}

std::optional<DocumentId> DocumentStream::next() {
  return guarded(impl_->directory, [&]() -> std::optional<DocumentId> {
    if (impl_->has_ended) return std::nullopt;
    if (!impl_->has_begun)
      impl_->position = impl_->database.postlist_begin("");
    else
      ++impl_->position;
    impl_->has_begun = true;
    impl_->has_ended = impl_->position == impl_->database.postlist_end("");
    if (impl_->has_ended) return std::nullopt;
    impl_->document = impl_->database.get_document(*impl_->position);
    return static_cast<DocumentId>(*impl_->position);
  });
}

std::string DocumentStream::record() const {
  return guarded(impl_->directory, [&] { return impl_->document.get_data(); });
}

std::string DocumentStream::value(Slot slot) const {
  return guarded(impl_->directory,
                 [&] { return impl_->document.get_value(static_cast<Xapian::valueno>(slot)); });
}

std::vector<Posting> DocumentStream::postings() const {
  return guarded(impl_->directory, [&] {
    std::vector<Posting> postings;
    const Xapian::docid number = impl_->number();
    const Xapian::TermIterator end = impl_->database.termlist_end(number);
    for (Xapian::TermIterator term = impl_->database.termlist_begin(number); term != end; ++term) {
      Posting posting{*term, term.get_wdf(), {}};
      const auto last = impl_->database.positionlist_end(number, posting.term);
      for (auto position = impl_->database.positionlist_begin(number, posting.term);
           position != last; ++position)
        posting.positions.push_back(*position);
      postings.push_back(std::move(posting));
    }
    return postings;
  });
}

bool DocumentStream::is_found_by(std::string_view work_id) const {
  return guarded(impl_->directory, [&] {
    const std::string term = terms::of_work(work_id);
    auto found = impl_->database.postlist_begin(term);
    const auto end = impl_->database.postlist_end(term);
    return found != end && *found == impl_->number() && ++found == end;
  });
}

std::uint64_t posting_number(std::string_view term, DocumentId document, std::uint32_t count) {
  return XXH3_64bits_withSeed(term.data(), term.size(),
                              std::uint64_t{static_cast<std::uint32_t>(document)} << 32 | count);
}

std::uint64_t sum_of_posting_lists(const std::filesystem::path& directory,
                                   const std::function<void()>& on_list) {
  return guarded(directory, [&] {
    const Xapian::Database database(directory.string());
    std::uint64_t sum = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::string name = *term;
      const auto end = database.postlist_end(name);
      for (auto posting = database.postlist_begin(name); posting != end; ++posting)
        sum += posting_number(name, static_cast<DocumentId>(*posting), posting.get_wdf());
      on_list();
    }
    return sum;
  });
}

}  // namespace ficsearch::store
