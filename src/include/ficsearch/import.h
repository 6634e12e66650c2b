// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/error.h"
#include "ficsearch/facet.h"

namespace ficsearch {

struct ImportReport;

// How a source is read.
enum class Format : std::uint8_t {
  automatic,  // what the content says
  jsonl,      // JSON Lines
  json,       // an array of records, or records one after another
  csv,        // a table with commas
  tsv,        // a table with tabs
  epub,       // EPUB 2 or 3
  cbz,        // a comic in a ZIP archive with ComicInfo.xml
  html,       // an archive's download or a web page
  calibre,    // metadata.db of a Calibre library
  aozora,     // an Aozora Bunko text
  text,       // plain text, described by a JSON file beside it
};

inline constexpr std::array kAllFormats{
    Format::automatic, Format::jsonl, Format::json,    Format::csv,    Format::tsv,  Format::epub,
    Format::cbz,       Format::html,  Format::calibre, Format::aozora, Format::text,
};

// The name of `format` on the command line: "auto", "jsonl" and so on.
std::string_view to_string(Format format) noexcept;
// The format of exactly that name.
std::optional<Format> find_import_format(std::string_view name) noexcept;

// A record that an import refused, or a source that it could not read.
struct Reject {
  ErrorCode code;
  std::string message;
  std::string source;             // path, or "-"
  std::size_t line = 0;           // from 1; 0 if the source has no lines
  std::uint64_t byte_offset = 0;  // of the record in the source
  std::string id;                 // of the work, if it could be read
  std::string record;  // the record's bytes as they were read; empty for a file that is one work
};

// What a reader was not sure of; the works are in the index.
struct ImportWarning {
  std::string source;  // path, or "-"
  std::string message;

  friend bool operator==(const ImportWarning&, const ImportWarning&) = default;
};

struct ImportProgress {
  std::uint64_t works = 0;        // read so far, rejected ones too
  std::uint64_t bytes = 0;        // read so far
  std::uint64_t total_bytes = 0;  // of all sources; 0 if unknown, as with standard input
  double seconds = 0;             // since the import began
};

// The functions are called while the import runs, in threads of its own, each of them by one thread
// at a time.
struct ImportOptions {
  Format format = Format::automatic;  // automatic looks at the content, never at the name
  std::string column_map;  // a file that says what the columns of tables are (docs/formats.md); ""
                           // takes them by their names
  std::size_t batch_works =
      2000;  // works a transaction; larger batches need more memory and lose more on a crash
  std::size_t batch_bytes = 64u << 20;  // text bytes a transaction, whichever comes first
  std::size_t memory_bytes =
      0;  // about so much memory is used, if it is enough for the dictionaries and the names of all
          // tags; 0: as is fastest. Less memory makes smaller batches of long texts
  std::size_t jobs =
      0;  // threads; 0: as many as the machine has. The index is the same for any number
  bool stop_on_error =
      false;  // true: the first bad record ends the import after the batches committed so far
  std::function<void(const Reject&)> on_reject;  // called in order of the records; may be empty
  std::function<void(const ImportProgress&)>
      on_progress;  // called about ten times a second; may be empty
  std::function<bool()>
      should_stop;  // asked before every record; true commits what was read and ends the import
  std::function<bool(std::uint64_t works)>
      confirm_prune;  // if set, works that no source has any more are deleted at the end, should it
                      // say yes to their number. Not if anything was refused or skipped, a file
                      // held no works or the import ended early: what was not read is not gone
};

// How sources are watched, and who is told what comes of it.
struct WatchOptions {
  std::chrono::milliseconds interval{2000};            // between two looks at the sources
  std::function<void(const ImportReport&)> on_report;  // after each import
  std::function<void(const Error&)> on_failure;        // after one that failed and is tried again
};

// What an import would do to the works of one source.
struct SourcePreview {
  std::string source;  // path, or "-"
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t rejected = 0;

  friend bool operator==(const SourcePreview&, const SourcePreview&) = default;
};

// The tags of one facet in the sources of an import. A written form counts once, however many works
// bear it. It is mapped if the dictionary and the archive's vocabulary say what it means: as one
// concept, or as several of which readers choose.
struct FacetPreview {
  Facet facet = Facet::freeform;
  std::uint64_t tags = 0;    // of all works together
  std::uint64_t forms = 0;   // written forms
  std::uint64_t mapped = 0;  // of those

  friend bool operator==(const FacetPreview&, const FacetPreview&) = default;
};

// A written form that is not mapped: a tag of its own. For names that is as it should be.
struct UnmappedTag {
  Facet facet = Facet::freeform;
  std::string written;
  std::uint64_t works = 0;

  friend bool operator==(const UnmappedTag&, const UnmappedTag&) = default;
};

struct ImportPreview {
  std::vector<SourcePreview> sources;      // in the order of reading
  std::vector<FacetPreview> facets;        // in the order of the facets, those with tags
  std::vector<UnmappedTag> unmapped;       // the most borne first
  std::vector<std::string> skipped_files;  // as in ImportReport
  std::vector<ImportWarning> warnings;     // in the order of reading
  bool interrupted = false;                // should_stop ended it
};

struct ImportReport {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t rejected = 0;
  std::uint64_t pruned = 0;    // works that were deleted
  std::string not_pruned;      // why none was looked for although confirm_prune was set: half a
                               // sentence; empty if one was
  std::uint64_t repeated = 0;  // works whose id came before in this import. The version that was
                               // read last stays; of one that the index has, nothing is written
  std::uint64_t resumed = 0;  // works that a first import had finished when it was killed; this one
                              // put them into the index before it began
  bool interrupted = false;   // should_stop ended it; everything counted above is committed
  std::vector<std::string> unknown_keys;   // of works, sorted; kept as stored fields
  std::vector<std::string> skipped_files;  // found in folders: of no known format, and links that
                                           // lead out of the folder, to another or nowhere
  std::vector<ImportWarning> warnings;     // in the order of reading
  std::uint64_t replaced_bytes = 0;        // ill-formed bytes of document text that became U+FFFD

  std::uint64_t imported() const noexcept { return added + replaced + unchanged; }
};

}  // namespace ficsearch
