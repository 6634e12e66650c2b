// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "ficsearch/profile.h"
#include "store/document.h"
#include "store/finished_parts.h"
#include "store/registry.h"
#include "store/registry_writer.h"
#include "store/stored.h"

namespace ficsearch::store {

// The one writer of an index. Every change belongs to a transaction: it is on disk after commit(),
// or never was.
//
// A Writer that is destroyed in an open transaction cancels it. Threads: one.
class Writer {
 public:
  // Opens the index at `directory`, or creates it there if the directory is absent, empty or holds
  // no more than what somebody left who could not create it. Throws Error: `locked`,
  // `format_unknown`, `normalizer_mismatch`, `io`, `disk_full`.
  Writer(const std::filesystem::path& directory, const std::string& normalizer);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer();

  void begin();
  // Throws Error(`io`, `disk_full`): the transaction is gone and the last commit is intact.
  void commit();

  // Compares a record with what is stored for the work, by content hash.
  Stored compare(std::string_view work_id, std::string_view content_hash) const;
  // Adds the work, or replaces it under the same document number.
  void put(const Document& document);
  // The same in less time, for a work that the index does not hold.
  void add(const Document& document);

  // Opens the index again after another directory took its place (Segments::publish), which must
  // have every change that was made here. Not in a transaction. Throws as the constructor does.
  void reopen();

  // Whether nothing was ever in the index, neither works nor tags.
  bool is_new() const;
  // The number of the document that was added last, even if it is gone; 0 if none ever was.
  std::uint32_t last_document() const;
  // What parts go on from (store/segments.h).
  BuildBase base() const;
  // Number of works, with those of the open transaction.
  std::uint64_t works() const;

  // The archive's own vocabulary as it was last put; empty if there is none.
  std::string vocabulary() const;
  void put_vocabulary(const std::string& toml);

  // Saved filters. Names are not checked here.
  void put_profile(std::string_view name, const Profile& profile);
  void put_enforced_profile(const Profile& profile);
  // False if there is none.
  bool remove_profile(std::string_view name);
  bool remove_enforced_profile();

  // Takes the work out; false if it is not in the index. The numbers of others stay.
  bool remove(std::string_view work_id);

  TagRegistryWriter& tags() noexcept;

  // The version of the dictionary that the stored joins are of; empty if there are none.
  std::string joins_version() const;
  // Runs `update` on the registry as it stands in the open transaction: `all` says that the stored
  // joins are of another dictionary than that of `dictionary_version`, so that every one has to be
  // made anew.
  void update_joins(const std::string& dictionary_version,
                    const std::function<void(const TagRegistry& registry, bool all)>& update);

 private:
  bool remove_profile_at(const std::string& key);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch::store
