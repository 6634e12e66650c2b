// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/work.h"

namespace ficsearch {

// What operators do with an index as a whole; docs/operations.md says when. Each call is about one
// index in its own directory: shards are maintained one by one.
//
// All throw Error: `no_index`, `locked` while another program writes (they keep writers away
// themselves, while searches go on), `index_corrupt`, `io`, `disk_full`, and `interrupted` if
// should_stop said so: then nothing has changed.

struct MaintenanceProgress {
  std::string_view step;    // what is being done, such as "checking records"
  std::uint64_t done = 0;   // of `total`
  std::uint64_t total = 0;  // 0: unknown
};

struct MaintenanceOptions {
  std::function<void(const MaintenanceProgress&)>
      on_progress;                    // called about ten times a second; may be empty
  std::function<bool()> should_stop;  // asked now and then; may be empty
};

enum class CheckDepth : std::uint8_t {
  usual,  // tables, the checksum of every record, the tag registry, profiles
  deep,   // and everything that was made of the records: analysed once more and compared
};

enum class SealState : std::uint8_t {
  none,    // never sealed, or written since
  intact,  // every bit is as it was sealed
  broken,
};

// "none", "intact", "broken".
std::string_view to_string(SealState state) noexcept;

struct CheckReport {
  std::uint64_t works = 0;  // whose records were read
  CheckDepth depth = CheckDepth::usual;
  SealState seal = SealState::none;
  std::vector<std::string> damage;  // a sentence each

  friend bool operator==(const CheckReport&, const CheckReport&) = default;
};

// Looks for damage. A broken seal ends the check: what the files say is not worth reading then.
// Damaged tables can crash Xapian, so call it in a process of its own. Throws
// Error(`normalizer_mismatch`) for a deep check under other rules than the index was made by.
CheckReport check_index(const std::filesystem::path& directory, CheckDepth depth,
                        const MaintenanceOptions& options = {});

struct FilesReport {
  std::uint64_t works = 0;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;

  friend bool operator==(const FilesReport&, const FilesReport&) = default;
};

// Notes a checksum of every file, so that check_index finds every later change of a bit. The next
// change of the index takes the seal away.
FilesReport seal_index(const std::filesystem::path& directory,
                       const MaintenanceOptions& options = {});

// Copies an index to `into`, which must not exist, reads the copy again, and seals it. Another
// directory on the way, `into` with ".partial" behind it, is all that an interrupted backup leaves.
// Throws Error(`bad_value`) if `into` exists.
FilesReport backup_index(const std::filesystem::path& directory, const std::filesystem::path& into,
                         const MaintenanceOptions& options = {});

// Copies a backup to `directory`, which must not exist, after its seal was found intact. Throws
// Error: `bad_value` if `directory` exists or `backup` is not sealed; `index_corrupt` if its seal
// is broken.
FilesReport restore_index(const std::filesystem::path& backup,
                          const std::filesystem::path& directory,
                          const MaintenanceOptions& options = {});

struct SizeReport {
  std::uint64_t works = 0;
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;

  friend bool operator==(const SizeReport&, const SizeReport&) = default;
};

// Both make a new index beside the old one, seal it, and take its place in one step: a search sees
// either. They need room for both. What they leave when they are killed has the name of the
// directory with ".new" behind it, and is removed by the next one.

// Writes the tables without gaps: smaller, and faster to read.
SizeReport compact_index(const std::filesystem::path& directory,
                         const MaintenanceOptions& options = {});

// Makes everything anew from the stored records, in the order in which the works were added, under
// the rules of this program: after `normalizer_mismatch`. Vocabulary and profiles are kept.
SizeReport rebuild_index(const std::filesystem::path& directory,
                         const MaintenanceOptions& options = {});

// Gives every stored work to `sink`, in the order in which they were added, from one commit. Their
// JSON, imported into an empty index, gives the same works in the same order. Reads indexes of any
// normalizer. Throws Error(`snapshot_expired`) if writers have overtaken it.
std::uint64_t export_works(const std::filesystem::path& directory,
                           const std::function<void(Work&&)>& sink,
                           const MaintenanceOptions& options = {});

}  // namespace ficsearch
