// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include <xapian.h>

#include "store/format.h"
#include "store/metadata.h"
#include "store/profile_record.h"
#include "store/record.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {

struct Reader::Impl {
  std::filesystem::path directory;
  Xapian::Database database;
  std::optional<TagRegistry> registry;
};

Reader::Reader(std::filesystem::path directory, const std::string& normalizer) {
  guarded(directory, [&] {
    impl_ = std::make_unique<Impl>(Impl{directory, Xapian::Database(directory.string()), {}});
    check_format(impl_->database, directory);
    check_normalizer(impl_->database, directory, Access::read, normalizer);
    impl_->registry.emplace(impl_->database);
  });
}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

void Reader::refresh() {
  guarded(impl_->directory, [&] {
    if (impl_->database.reopen()) impl_->registry.emplace(impl_->database);
  });
}

const std::filesystem::path& Reader::directory() const noexcept {
  return impl_->directory;
}
const Xapian::Database& Reader::database() const noexcept {
  return impl_->database;
}
const TagRegistry& Reader::registry() const noexcept {
  return *impl_->registry;
}

void Reader::use_image(std::shared_ptr<const RegistryImage> image) noexcept {
  impl_->registry->use_image(std::move(image));
}

void Reader::use_joins(std::shared_ptr<const TagJoinTable> joins) noexcept {
  impl_->registry->use_joins(std::move(joins));
}

std::uint64_t Reader::works() const {
  return impl_->database.get_doccount();
}

std::uint64_t Reader::revision() const {
  return guarded(impl_->directory, [&] { return std::uint64_t{impl_->database.get_revision()}; });
}

std::string Reader::uuid() const {
  return guarded(impl_->directory, [&] { return impl_->database.get_uuid(); });
}

std::string Reader::normalizer() const {
  return guarded(impl_->directory,
                 [&] { return impl_->database.get_metadata(metadata::kNormalizer); });
}

std::string Reader::vocabulary() const {
  return guarded(impl_->directory,
                 [&] { return impl_->database.get_metadata(metadata::kVocabulary); });
}

std::vector<std::string> Reader::profile_names() const {
  return guarded(impl_->directory, [&] {
    const std::string prefix = metadata::kProfilePrefix;
    std::vector<std::string> names;
    const auto end = impl_->database.metadata_keys_end(prefix);
    for (auto key = impl_->database.metadata_keys_begin(prefix); key != end; ++key)
      names.push_back((*key).substr(prefix.size()));
    return names;
  });
}

std::optional<Profile> Reader::profile(std::string_view name) const {
  const std::string record = guarded(impl_->directory, [&] {
    return impl_->database.get_metadata(metadata::kProfilePrefix + std::string(name));
  });
  if (record.empty()) return std::nullopt;
  return decode_profile(record, name);
}

std::optional<Profile> Reader::enforced_profile() const {
  const std::string record = guarded(
      impl_->directory, [&] { return impl_->database.get_metadata(metadata::kEnforcedProfile); });
  if (record.empty()) return std::nullopt;
  return decode_profile(record, "enforced");
}

std::uint64_t Reader::bytes_on_disk() const {
  std::uint64_t bytes = 0;
  std::error_code gone;  // a writer may replace files while we look
  for (const auto& file : std::filesystem::directory_iterator(impl_->directory, gone)) {
    const std::uintmax_t size = file.file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

std::optional<DocumentId> Reader::find_work(std::string_view work_id) const {
  return guarded(impl_->directory, [&]() -> std::optional<DocumentId> {
    const std::string term = terms::of_work(work_id);
    const auto posting = impl_->database.postlist_begin(term);
    if (posting == impl_->database.postlist_end(term)) return std::nullopt;
    return static_cast<DocumentId>(*posting);
  });
}

Work Reader::work(DocumentId id) const {
  return decode_record(guarded(impl_->directory, [&] {
    return impl_->database.get_document(static_cast<Xapian::docid>(id)).get_data();
  }));
}

}  // namespace ficsearch::store
