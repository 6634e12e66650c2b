// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stored_works.h"

#include <xapian.h>

#include "store/slots.h"
#include "store/terms.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

Stored compared(const Xapian::Database& database, const std::string& term, std::string_view hash) {
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return Stored::nothing;
  const Xapian::Document stored = database.get_document(*posting);
  return stored.get_value(static_cast<Xapian::valueno>(Slot::content_hash)) == hash ? Stored::same
                                                                                    : Stored::other;
}

}  // namespace

struct StoredWorks::Impl {
  std::filesystem::path directory;
  Xapian::Database database;
};

StoredWorks::StoredWorks(const std::filesystem::path& directory) {
  guarded(directory, [&] {
    impl_ = std::make_unique<Impl>(Impl{directory, Xapian::Database(directory.string())});
  });
}

StoredWorks::StoredWorks(StoredWorks&&) noexcept = default;
StoredWorks::~StoredWorks() = default;

Stored StoredWorks::compare(std::string_view work_id, std::string_view content_hash) {
  const std::string term = terms::of_work(work_id);
  return guarded(impl_->directory, [&] {
    // The writer may overtake it again at once, but not without end: a commit takes longer.
    for (;;) {
      try {
        return compared(impl_->database, term, content_hash);
      } catch (const Xapian::DatabaseModifiedError&) {
        // Not reopen(), which would mix the two if another directory took the place of the index.
        impl_->database = Xapian::Database(impl_->directory.string());
      }
    }
  });
}

}  // namespace ficsearch::store
