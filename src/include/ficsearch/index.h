// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/import.h"
#include "ficsearch/mention.h"
#include "ficsearch/profile.h"
#include "ficsearch/search.h"
#include "ficsearch/tags.h"
#include "ficsearch/why.h"
#include "ficsearch/work.h"

namespace ficsearch {

// One of the indexes that together are one archive.
struct ShardStatus {
  std::string place;  // its directory, or host:port
  std::uint64_t works = 0;
  std::string uuid;

  friend bool operator==(const ShardStatus&, const ShardStatus&) = default;
};

// What is on disk, and under which rules it was written.
struct IndexStatus {
  std::uint64_t works = 0;
  std::optional<std::uint64_t> revision;  // nullopt: of shards, which have one each
  std::string uuid;                       // of shards: theirs, with + between
  std::uint64_t spellings = 0;            // written forms in the tag registry, of all facets
  std::uint64_t concepts = 0;             // concepts of the dictionary in force
  std::optional<std::uint64_t> bytes;     // on disk; nullopt: a shard is on another machine
  std::string normalizer;                 // version that wrote the index
  std::string dictionary;                 // version in force
  // Version of the dictionary by which it is stored what spellings mean together; empty if nothing
  // is stored, as during a first import, or by shards differently. If it is not the version in
  // force, every process finds out for itself, which takes seconds for a large archive, until an
  // import, even one without works, stores it anew.
  std::string joins;
  std::vector<ShardStatus> shards;  // none, if the index is one directory
};

// How a handle will be used.
enum class Use : std::uint8_t {
  once,  // a search or a few: each reads from the index what it needs
  many,  // a server: what many searches need is kept in memory, about 100 bytes a work, and built
         // anew beside the searches after each commit; what completion needs, from the first on
};

struct OpenOptions {
  Use use = Use::once;
  // Bounds what is kept for later searches, beyond what Use::many keeps: two thirds for the posting
  // lists of words, of which the commonest are there from the beginning, the rest for sets of works
  // and resolved lists.
  std::size_t cache_bytes = std::size_t{192} << 20;
};

// An index, open for reading: a directory, or the shards of an archive that a stub file of Xapian
// lists, which are searched together: slower, and not in every way (docs/scale.md). A shard that
// does not answer is an error (`io`), never a shorter answer; what needs one index is one, too
// (`bad_value`).
//
// A handle sees the last commit at the time of each call and follows a writer by itself; with
// Use::many it sees the last commit for which everything has been built, which is seconds behind at
// millions of works. One reply is of one revision. Handles of one process share memory. Threads: a
// handle belongs to one thread at a time; open one a thread.
class Index {
 public:
  // `directory` may be a stub file, or a directory with one named XAPIANDB. Throws Error:
  // `no_index`, `format_unknown`, `normalizer_mismatch`, `index_corrupt`, `io`, and
  // `bad_dictionary` if shards have different vocabularies.
  static Index open(const std::filesystem::path& directory, const OpenOptions& options = {});

  // Makes an empty index. Throws Error: `bad_value` if there is one already, `io`, `disk_full`.
  static void create(const std::filesystem::path& directory);

  // Reads works from `sources` ("-" is standard input, a folder is walked in the order of its
  // names) into the index at `directory`, which is created if it is missing. New works are added,
  // changed ones replaced, unchanged ones left alone. Each batch is one transaction: what the
  // report counts is committed, whatever happens later. Shards are written one by one, by their own
  // directories. Throws Error: `locked`, `format_unknown`,
  // `normalizer_mismatch`, `io`, `disk_full`; bad records go to the options' on_reject and do not
  // end the run unless stop_on_error.
  static ImportReport import(const std::filesystem::path& directory,
                             const std::vector<std::string>& sources, const ImportOptions& options);

  // What import would do, without writing anything: the index may be missing. Throws what import
  // throws for its sources and for reading the index.
  static ImportPreview preview_import(const std::filesystem::path& directory,
                                      const std::vector<std::string>& sources,
                                      const ImportOptions& options);

  // Imports, and again whenever a file in `sources` has come, gone or changed and all have been
  // left alone for the interval, until should_stop says yes. What may pass (`io`, `disk_full`,
  // `locked`) is told and tried again. Throws Error: `bad_value` for standard input, `io` for a
  // source that does not exist when it begins, and what else import throws.
  static void watch(const std::filesystem::path& directory, const std::vector<std::string>& sources,
                    const ImportOptions& options, const WatchOptions& how);

  Index(Index&&) noexcept;
  Index& operator=(Index&&) noexcept;
  ~Index();

  // Builds at once what Use::many builds beside the searches: for measurements, and to be ready
  // before the first request; and works out what saved profiles leave out, as far as there is room.
  // Throws Error: `snapshot_expired`, `index_corrupt`, `io`.
  void warm();

  // Runs one search. Every filter is applied or the call throws: `query_syntax`, `query_limit`,
  // `unknown_facet`, `unknown_field`, `empty_filter`, `invalid_utf8`, `too_long`, `bad_value`,
  // `profile_not_found`, `index_corrupt`, `snapshot_expired`.
  Reply search(const SearchRequest& request);

  // As search, but gives every hit in order to `sink` as it is read, and leaves Reply::hits empty.
  // For --all.
  Reply search_each(const SearchRequest& request, const std::function<void(Hit&&)>& sink);

  // Completions as Tags::suggest gives them, of tags that the works bear which `request` leaves:
  // its query and every filter hold as in search, so what only excluded works bear is never
  // suggested. Throws what search throws.
  std::vector<Suggestion> suggest(const SearchRequest& request, std::string_view prefix,
                                  std::size_t limit);

  // Whether a search with these filters shows a work, and which rules say so. Agrees with search:
  // `shown` if and only if the work is among all its hits. Throws what search throws, and
  // Error(`no_work`).
  Why why(const SearchRequest& request, std::string_view id);

  // ficsearch/profile.h changes them.
  ProfileList profiles();
  // Throws Error: `profile_not_found`; `index_corrupt`, `format_unknown` for one that cannot be
  // read.
  Profile profile(std::string_view name);
  // The filter that holds in every search; nullopt if the operator has set none.
  std::optional<Profile> enforced_profile();

  // As Tags::list, Tags::search and Tags::explain, with how the works that `request` leaves use
  // each tag: its query and every filter hold as in search, and spoiler tags count only if it asks
  // for them. What the archive alone knows is there if one of those works bears it. Throws what
  // search throws, and what those throw.
  std::vector<TagSummary> list_tags(const SearchRequest& request, const TagListOptions& options);
  std::vector<TagMatch> search_tags(const SearchRequest& request, std::string_view text,
                                    std::size_t limit);
  Explanation explain_tag(const SearchRequest& request, std::string_view tag);

  // The stored work, with its spoiler tags, if a search with these filters shows it; whether one
  // that is hidden is there, nobody can tell. Throws what search throws, and Error(`no_work`).
  Work get(const SearchRequest& request, std::string_view id);
  // The concepts that a work's titles and summary name, and those that its tags deny or warn of in
  // words (NTRなし): each with what is said of it, in the order of the fields. Tags that are
  // spoilers are left out. Evidence decides nothing, unless a search asks for Mentions::exclude.
  std::vector<Evidence> evidence(const Work& work);

  IndexStatus status();

  // How many works this handle kept back because they were found and yet bear what was excluded.
  // Each was an error (`index_corrupt`) to whoever searched; a server should stop when it is not 0.
  std::uint64_t withheld() const noexcept;

  // The tags of this archive: the dictionary with the archive's own vocabulary. Valid until this
  // handle is used again; lint, which reads all works, throws Error(`snapshot_expired`) once a
  // writer has overtaken it.
  const Tags& tags();
  // Calls `use` with them, and again if a writer overtakes it meanwhile.
  void with_tags(const std::function<void(const Tags&)>& use);

 private:
  struct Impl;
  explicit Index(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace ficsearch
