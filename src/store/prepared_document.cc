// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/prepared_document.h"

#include <utility>

#include "store/prepared_document_impl.h"

namespace ficsearch::store {
namespace {

void add_postings(Xapian::Document& out, const std::vector<Posting>& postings) {
  for (const Posting& posting : postings) {
    if (posting.positions.empty()) {
      out.add_term(posting.term, posting.count);
      continue;
    }
    // The whole count with the first position: each call looks the term up.
    std::uint32_t count = posting.count;
    for (const std::uint32_t position : posting.positions)
      out.add_posting(posting.term, position, std::exchange(count, 0));
  }
}

}  // namespace

PreparedDocument::PreparedDocument(const Document& document, std::string_view content_hash)
    : impl_(std::make_unique<Impl>()) {
  impl_->work_id = document.work_id;
  add_postings(impl_->document, document.postings);
  for (const auto& [slot, value] : document.values) add_value(slot, value);
  add_value(Slot::content_hash, std::string(content_hash));
  impl_->document.set_data(document.record);
}

PreparedDocument::PreparedDocument(PreparedDocument&&) noexcept = default;
PreparedDocument& PreparedDocument::operator=(PreparedDocument&&) noexcept = default;
PreparedDocument::~PreparedDocument() = default;

const std::string& PreparedDocument::work_id() const noexcept {
  return impl_->work_id;
}

void PreparedDocument::add_value(Slot slot, const std::string& value) {
  if (!value.empty()) impl_->document.add_value(static_cast<Xapian::valueno>(slot), value);
}

}  // namespace ficsearch::store
