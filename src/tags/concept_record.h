// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/concept.h"
#include "ficsearch/error.h"

namespace ficsearch::tags {

// How a record names another concept.
enum class Link : std::uint8_t { broader, advisory, perspective, medium, related, distinct };

// The key of the record that holds links of this kind, such as "broader" or "advisories".
std::string_view to_string(Link link) noexcept;

// A concept named by its id, and the line on which it is.
struct Reference {
  Link link = Link::broader;
  std::string id;
  std::size_t line = 0;

  friend bool operator==(const Reference&, const Reference&) = default;
};

// An id, label or spelling, its folded key, and the line on which it is.
struct WrittenAlias {
  std::string text;
  std::string key;
  std::size_t line = 0;

  friend bool operator==(const WrittenAlias&, const WrittenAlias&) = default;
};

// One concept as a source file wrote it. Its own fields are checked, its links to others are not:
// `value.distinct` holds only what this side wrote.
struct ConceptRecord {
  Concept value;
  std::string source;    // the name of the file
  std::size_t line = 0;  // of its [[concept]]
  std::vector<WrittenAlias> aliases;
  std::vector<Reference> references;

  friend bool operator==(const ConceptRecord&, const ConceptRecord&) = default;
};

// For messages.
std::string in_quotes(std::string_view text);

// Throws Error(`bad_dictionary`) about a line of a record's file.
[[noreturn]] void refuse(const std::string& source, std::size_t line, const std::string& message,
                         const std::string& hint);

}  // namespace ficsearch::tags
