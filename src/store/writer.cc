// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include <xapian.h>

#include <optional>
#include <utility>

#include "ficsearch/error.h"
#include "store/durable_files.h"
#include "store/format.h"
#include "store/half_beginning.h"
#include "store/metadata.h"
#include "store/profile_record.h"
#include "store/seal.h"
#include "store/shard_list.h"
#include "store/xapian_document.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

namespace fs = std::filesystem;

// Whether nothing was ever committed to a database, not even by somebody else.
bool is_blank(const Xapian::Database& database) {
  return database.get_lastdocid() == 0 &&
         database.metadata_keys_begin() == database.metadata_keys_end() &&
         database.allterms_begin() == database.allterms_end();
}

// Xapian flushes by itself after this many changed documents unless told otherwise, but never
// inside a transaction that was begun with flushing on: there the batch is one revision (measured;
// docs/architecture.md).
Xapian::WritableDatabase opened(const fs::path& directory, const std::string& normalizer) {
  if (fs::is_regular_file(directory))
    throw Error(
        ErrorCode::io,
        directory.string() + " is a file: a list of shards, which is only read, or no index",
        Place{.file = directory.string()}, "name the directory of an index, or a new one, with -d");
  if (find_stub(directory))
    throw Error(ErrorCode::io, directory.string() + " is a list of shards, which is only read",
                Place{.file = directory.string()},
                "write to each shard in its own directory, on its own machine");
  std::error_code failed;
  fs::create_directories(directory, failed);
  if (failed || !fs::is_directory(directory, failed))
    throw Error(ErrorCode::io,
                "cannot create the directory " + directory.string() + ": " + failed.message(),
                Place{.file = directory.string()},
                "name a directory that you may write to with -d");
  return guarded(directory, [&] {
    if (holds_half_beginning(directory))
      remove_half_beginning(directory);
    else if (!fs::is_empty(directory) && !fs::exists(directory / "iamglass"))
      throw Error(ErrorCode::io, directory.string() + " holds other files and no index",
                  Place{.file = directory.string()}, "name an empty or a new directory with -d");
    Xapian::WritableDatabase database(directory.string(),
                                      Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    // An index that was created but never committed to has no format yet: the creating process was
    // killed, or could not write.
    if (is_blank(database)) {
      write_format(database, normalizer);
      database.commit();
      sync_directory(directory);
      sync_directory(directory / "..");
    }
    check_format(database, directory);
    check_normalizer(database, directory, Access::write, normalizer);
    return database;
  });
}

std::optional<Xapian::docid> find(const Xapian::Database& database, std::string_view work_id) {
  const std::string term = terms::of_work(work_id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return *posting;
}

}  // namespace

struct Writer::Impl {
  Impl(const std::filesystem::path& path, std::string normalizer_version)
      : directory(path),
        normalizer(std::move(normalizer_version)),
        database(opened(path, normalizer)),
        tags(database) {}

  std::filesystem::path directory;
  std::string normalizer;  // of this program
  Xapian::WritableDatabase database;
  TagRegistryWriter tags;
};

Writer::Writer(const std::filesystem::path& directory, const std::string& normalizer)
    : impl_(std::make_unique<Impl>(directory, normalizer)) {}

Writer::~Writer() {
  try {
    impl_->database.close();  // cancels an open transaction
  } catch (const Xapian::Error&) {
    // Nothing more can be done about a database that will not close; the last commit is intact.
  }
}

void Writer::begin() {
  remove_seal(impl_->directory);
  guarded(impl_->directory, [&] { impl_->database.begin_transaction(true); });
}

void Writer::commit() {
  guarded(impl_->directory, [&] {
    impl_->tags.flush();
    impl_->database.commit_transaction();
  });
  // Xapian syncs its files, and then renames the one that says which blocks are in force. Until the
  // directory is on the disk, too, a loss of power takes the commit back.
  sync_directory(impl_->directory);
}

Stored Writer::compare(std::string_view work_id, std::string_view content_hash) const {
  return guarded(impl_->directory, [&] {
    const auto id = find(impl_->database, work_id);
    if (!id) return Stored::nothing;
    const Xapian::Document stored = impl_->database.get_document(*id);
    return stored.get_value(static_cast<Xapian::valueno>(Slot::content_hash)) == content_hash
               ? Stored::same
               : Stored::other;
  });
}

void Writer::add(const Document& document) {
  guarded(impl_->directory, [&] { impl_->database.add_document(xapian_document(document)); });
}

void Writer::put(const Document& document) {
  guarded(impl_->directory, [&] {
    if (const auto id = find(impl_->database, document.work_id))
      impl_->database.replace_document(*id, xapian_document(document));
    else
      impl_->database.add_document(xapian_document(document));
  });
}

void Writer::reopen() {
  impl_->database = opened(impl_->directory, impl_->normalizer);
}

bool Writer::is_new() const {
  return last_document() == 0 && impl_->tags.size() == 0;
}

std::uint32_t Writer::last_document() const {
  return guarded(impl_->directory, [&] { return impl_->database.get_lastdocid(); });
}

BuildBase Writer::base() const {
  return guarded(impl_->directory, [&] {
    return BuildBase{impl_->database.get_uuid(), impl_->database.get_lastdocid(),
                     impl_->tags.size()};
  });
}

std::uint64_t Writer::works() const {
  return guarded(impl_->directory, [&] { return impl_->database.get_doccount(); });
}

std::string Writer::joins_version() const {
  return guarded(impl_->directory, [&] { return TagRegistry(impl_->database).joins_version(); });
}

std::string Writer::vocabulary() const {
  return guarded(impl_->directory,
                 [&] { return impl_->database.get_metadata(metadata::kVocabulary); });
}

void Writer::put_vocabulary(const std::string& toml) {
  guarded(impl_->directory, [&] { write_vocabulary(impl_->database, toml); });
}

void Writer::put_profile(std::string_view name, const Profile& profile) {
  guarded(impl_->directory, [&] {
    write_profile(impl_->database, metadata::kProfilePrefix + std::string(name),
                  encode_profile(profile));
  });
}

void Writer::put_enforced_profile(const Profile& profile) {
  guarded(impl_->directory, [&] {
    write_profile(impl_->database, metadata::kEnforcedProfile, encode_profile(profile));
  });
}

bool Writer::remove_profile_at(const std::string& key) {
  return guarded(impl_->directory, [&] {
    if (impl_->database.get_metadata(key).empty()) return false;
    write_profile(impl_->database, key, "");
    return true;
  });
}

bool Writer::remove_profile(std::string_view name) {
  return remove_profile_at(metadata::kProfilePrefix + std::string(name));
}

bool Writer::remove_enforced_profile() {
  return remove_profile_at(metadata::kEnforcedProfile);
}

bool Writer::remove(std::string_view work_id) {
  return guarded(impl_->directory, [&] {
    const auto id = find(impl_->database, work_id);
    if (id) impl_->database.delete_document(*id);
    return id.has_value();
  });
}

void Writer::update_joins(const std::string& dictionary_version,
                          const std::function<void(const TagRegistry&, bool)>& update) {
  guarded(impl_->directory, [&] {
    impl_->tags.flush();
    const TagRegistry registry(impl_->database);
    update(registry, registry.joins_version() != dictionary_version);
  });
}

TagRegistryWriter& Writer::tags() noexcept {
  return impl_->tags;
}

}  // namespace ficsearch::store
