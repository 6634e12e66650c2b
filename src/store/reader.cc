// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <xapian.h>

#include <utility>

#include "ficsearch/error.h"
#include "store/format.h"
#include "store/metadata.h"
#include "store/metadata_sum.h"
#include "store/profile_record.h"
#include "store/record.h"
#include "store/shard_list.h"
#include "store/shards.h"
#include "store/xapian_guard.h"

namespace ficsearch::store {
namespace {

std::uint64_t bytes_in(const std::filesystem::path& directory) {
  std::uint64_t bytes = 0;
  std::error_code gone;  // a writer may replace files while we look
  for (const auto& file : std::filesystem::directory_iterator(directory, gone)) {
    const std::uintmax_t size = file.file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

// The list of shards at `directory`; nullopt if that is one index. xapian-replicate keeps each copy
// behind a stub that lists it alone: that is one index, too.
std::optional<std::filesystem::path> find_shards(const std::filesystem::path& directory) {
  const auto stub = find_stub(directory);
  if (!stub) return std::nullopt;
  const std::vector<ShardPlace> places = read_stub(*stub);
  return places.size() == 1 && !places.front().is_remote() ? std::nullopt : stub;
}

// Where the tables of one index are.
std::filesystem::path tables_of(const std::filesystem::path& directory) {
  const auto stub = find_stub(directory);
  return stub ? read_stub(*stub).front().directory : directory;
}

// An import of an empty index exchanges it seldom, seconds apart.
constexpr int kOpeningTries = 4;

// Which directory it is, whatever its name: what was put in the place of an index is another one.
// A file system may give the number of one that was removed to the next; they differ in when they
// were made.
struct DirectoryIdentity {
  std::uint64_t device = 0;
  std::uint64_t number = 0;
  std::int64_t made_seconds = 0;
  std::uint32_t made_nanoseconds = 0;

  friend bool operator==(const DirectoryIdentity&, const DirectoryIdentity&) = default;
};

// One that cannot be asked is none that was opened.
DirectoryIdentity identity_of(const std::filesystem::path& directory) {
  struct statx found = {};
  if (::statx(AT_FDCWD, directory.c_str(), 0, STATX_INO | STATX_BTIME, &found) != 0) return {};
  const std::uint64_t device = (std::uint64_t{found.stx_dev_major} << 32) | found.stx_dev_minor;
  if ((found.stx_mask & STATX_BTIME) == 0) return {device, found.stx_ino, 0, 0};
  return {device, found.stx_ino, found.stx_btime.tv_sec, found.stx_btime.tv_nsec};
}

}  // namespace

struct Reader::Impl {
  std::filesystem::path directory;
  std::string normalizer;  // of this program
  Xapian::Database database;
  std::optional<DirectoryIdentity> identity;  // of its tables; nullopt if the last refresh failed
  std::optional<Shards> shards;
  bool is_connected = true;  // false: the shards have to be opened anew
  std::optional<TagRegistry> registry;
  std::uint64_t generation = 0;

  // Xapian opens the files one by one: if another index takes the place of this one meanwhile, they
  // are of both.
  DirectoryIdentity open_tables() {
    for (int tries_left = kOpeningTries;; --tries_left) {
      const std::filesystem::path tables = tables_of(directory);
      const DirectoryIdentity before = identity_of(tables);
      try {
        database = Xapian::Database(tables.string());
        if (identity_of(tables) == before) return before;
        if (tries_left <= 1) throw Xapian::DatabaseModifiedError("it is exchanged all the time");
      } catch (const Xapian::Error&) {
        if (tries_left <= 1 || identity_of(tables) == before) throw;
      }
    }
  }

  void open_index() {
    const DirectoryIdentity opened = open_tables();
    check_format(database, directory);
    check_normalizer(database, directory, Access::read, normalizer);
    check_settings(database);
    take_registry(database);
    identity = opened;
  }

  template <typename Databases>
  void take_registry(const Databases& of) {
    registry.emplace(of);
    ++generation;
  }

  void open_shards(const std::filesystem::path& stub) {
    Shards opened(stub, normalizer);  // if that fails, what was open stays
    shards = std::move(opened);
    database = shards->together();
    take_registry(shards->databases());
  }

  // Xapian looks for a later revision in the files that it has open. What failed is begun again by
  // the next refresh, for Xapian would find nothing new then.
  void refresh_index() {
    const auto opened = std::exchange(identity, std::nullopt);
    if (identity_of(tables_of(directory)) != opened) return open_index();
    if (database.reopen()) {
      check_settings(database);
      take_registry(database);
    }
    identity = opened;
  }

  // A shard that has closed the connection, as xapian-tcpsrv does after a minute without requests,
  // is connected to once more; one that is gone is an error then.
  void refresh_shards() {
    if (std::exchange(is_connected, false)) {
      try {
        if (shards->reopen()) take_registry(shards->databases());
        is_connected = true;
        return;
      } catch (const Xapian::NetworkError&) {
      }
    }
    open_shards(*find_stub(directory));
    is_connected = true;
  }
};

Reader::Reader(std::filesystem::path directory, const std::string& normalizer)
    : impl_(std::make_unique<Impl>()) {
  impl_->directory = std::move(directory);
  impl_->normalizer = normalizer;
  guarded(impl_->directory, [&] {
    if (const auto stub = find_shards(impl_->directory))
      impl_->open_shards(*stub);
    else
      impl_->open_index();
  });
}

Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

void Reader::refresh() {
  guarded(impl_->directory, [&] {
    if (is_sharded()) {
      impl_->refresh_shards();
    } else {
      impl_->refresh_index();
    }
  });
}

void Reader::disconnect() noexcept {
  impl_->is_connected = false;
}

std::uint64_t Reader::generation() const noexcept {
  return impl_->generation;
}

bool Reader::is_sharded() const noexcept {
  return impl_->shards.has_value();
}

std::vector<ShardState> Reader::shards() const {
  std::vector<ShardState> states;
  if (!is_sharded()) return states;
  for (std::size_t i = 0; i < impl_->shards->places().size(); ++i) {
    const std::string place = impl_->shards->places()[i].name();
    const Xapian::Database& shard = impl_->shards->databases()[i];
    states.push_back(guarded(place, [&] {
      return ShardState{place, shard.get_doccount(), shard.get_uuid()};
    }));
  }
  return states;
}

void Reader::require_one_index(std::string_view what) const {
  if (!is_sharded()) return;
  throw Error(ErrorCode::bad_value,
              std::string(what) + " cannot be had of " + impl_->directory.string() +
                  ", which is an index of " + std::to_string(impl_->shards->places().size()) +
                  " shards",
              {}, "ask for it from an index of its own; docs/scale.md says what shards can do");
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

void Reader::use_joins(TagRegistry::MakeJoins make) noexcept {
  impl_->registry->use_joins(std::move(make));
}

void Reader::use_join_finder(std::shared_ptr<const JoinFinder> joins) noexcept {
  impl_->registry->use_join_finder(std::move(joins));
}

std::uint64_t Reader::works() const {
  return impl_->database.get_doccount();
}

std::uint64_t Reader::revision() const {
  return guarded(impl_->directory, [&] { return std::uint64_t{impl_->database.get_revision()}; });
}

std::string Reader::uuid() const {
  if (!is_sharded()) return guarded(impl_->directory, [&] { return impl_->database.get_uuid(); });
  std::string together;
  for (const ShardState& shard : shards())
    together.append(together.empty() ? "" : "+").append(shard.uuid);
  return together;
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

std::optional<std::uint64_t> Reader::bytes_on_disk() const {
  if (!is_sharded()) return bytes_in(tables_of(impl_->directory));
  std::uint64_t bytes = 0;
  for (const ShardPlace& place : impl_->shards->places()) {
    if (place.is_remote()) return std::nullopt;
    bytes += bytes_in(place.directory);
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
