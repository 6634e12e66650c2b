// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ficsearch {

// What went wrong, for programs. The names that to_string gives are stable: they appear in JSON
// errors, reject files and messages. New codes are added at the end of their group; none is
// renamed.
enum class ErrorCode {
  // The request.
  usage,                // a command line that says nothing sensible
  unknown_parameter,    // a JSON key or option that nobody knows; never ignored
  duplicate_parameter,  // a JSON key given twice
  bad_value,            // a parameter whose value is of the wrong type or out of range
  unknown_facet,        // not one of the facets
  unknown_field,        // not one of the fields that can be compared, sorted or shown
  query_syntax,         // the query text cannot be read
  query_limit,          // too long, too deep, too many clauses, too wide a wildcard
  empty_filter,         // an include or exclude item that normalizes to nothing
  invalid_utf8,         // ill-formed UTF-8 or NUL in a query, tag or filter
  too_long,             // a query, tag or id over its limit in bytes
  ambiguous,            // several concepts can be meant and the caller asked not to guess
  // One record of an import.
  bad_json,        // not a JSON object, or broken JSON
  missing_id,      // no "id", or an empty one
  missing_title,   // no title in any language
  wrong_type,      // a known key with a value of the wrong type
  out_of_range,    // a number or size outside its range
  bad_date,        // neither ISO 8601 nor integer seconds
  bad_encoding,    // text that is not in the declared or detected encoding
  unknown_format,  // a source that no reader recognizes
  hash_clash,      // a tag with the hash of another: by chance, once in millions of archives
  bad_archive,     // a damaged, encrypted or hostile archive or compressed dump
  bad_xml,         // a package or comic description that is not well-formed or not what it should be
  bad_table,       // a table whose header or row cannot be read
  bad_database,    // a library database that is damaged or not what it should be
  // The dictionary.
  bad_dictionary,  // a malformed record, or one that would merge what must stay apart
  // The index.
  no_index,             // no index in that directory
  no_work,              // no work with that id
  no_concept,           // no concept, spelling or tag of that name
  locked,               // another writer has the index
  format_unknown,       // the index has a format or feature that this program does not know
  normalizer_mismatch,  // the index was written under other normalization rules
  index_corrupt,        // a record or table fails its check
  snapshot_expired,     // a writer has overtaken this reader; run the whole search again
  timeout,              // the search took longer than it was allowed to
  profile_not_found,    // no saved profile of that name
  // The machine.
  io,           // a file or device fails
  disk_full,    // no space left
  interrupted,  // the user asked to stop
};

// The stable name of `code`, such as "query_syntax".
std::string_view to_string(ErrorCode code) noexcept;

// Where an error was found. Everything is optional; lines and columns count from 1, bytes from 0.
struct Place {
  std::string file = {};                   // a path, "-" for standard input, "" if there is none
  std::optional<std::size_t> line = {};    // line of a text file
  std::optional<std::size_t> column = {};  // column in code points
  std::optional<std::size_t> byte_offset = {};  // offset in the query, the tag, or the file
  std::size_t byte_length =
      0;  // how many bytes the message is about, from byte_offset on; 0: a point

  friend bool operator==(const Place&, const Place&) = default;
};

// The only exception that the library throws, besides std::bad_alloc.
//
// what() is a sentence for people: what happened, and where. hint() says what to do, and may be
// empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, Place where = {}, std::string hint = {});

  ErrorCode code() const noexcept { return code_; }
  const Place& where() const noexcept { return where_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  Place where_;
  std::string hint_;
};

}  // namespace ficsearch
