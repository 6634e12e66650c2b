// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/facet.h"

namespace ficsearch {

// An archive's own vocabulary: spellings, concepts and links on top of the shipped dictionary, kept
// in the index. What changes here is in force for the next search, its exclusions and its facets,
// without reading a work again; what is taken back leaves the answers as they were before.
//
// Every writing function is one transaction of its own. It throws Error: `no_index`, `locked`,
// `format_unknown`, `normalizer_mismatch`, `io`, `disk_full`, `bad_dictionary`.

// How a source of vocabulary is written: docs/vocabulary.md shows each.
enum class VocabularyFormat : std::uint8_t {
  automatic,           // by the content, never the name; what could be two formats is an error
  toml,                // what export_vocabulary writes
  aliases,             // spelling<TAB>concept
  implications,        // concept<TAB>broader concept
  booru_aliases,       // CSV: antecedent,consequent[,status]
  booru_implications,  // CSV: antecedent,consequent[,status]
  siblings,            // worse -> better, or with a tab
  parents,             // child -> parent, or with a tab
  canonical,           // CSV with a header: name, type, canonical, merger or synonym_of, metatag
};

std::string_view to_string(VocabularyFormat format) noexcept;
std::optional<VocabularyFormat> find_vocabulary_format(std::string_view name) noexcept;

struct VocabularyImportOptions {
  VocabularyFormat format = VocabularyFormat::automatic;
  // true: a name that no concept has becomes a concept; false: the line is refused. Leave it off
  // for lists whose names should all be known.
  bool create = false;
  // Of such concepts, where the source gives none. Never freeform.
  Facet facet = Facet::trope;
  // true: the vocabulary is what the sources say and nothing else.
  bool replace = false;
};

enum class ImportOutcome : std::uint8_t {
  accepted,
  unchanged,  // the vocabulary or the dictionary says so already
  refused,
};
std::string_view to_string(ImportOutcome outcome) noexcept;

// What became of one pair of a source.
struct ImportVerdict {
  std::string source;    // path, or "-"
  std::size_t line = 0;  // from 1
  std::string pair;      // such as "寝取られ -> netorare"; bytes as the source has them
  ImportOutcome outcome = ImportOutcome::accepted;
  std::string reason;  // of a refusal; else what accepting did besides, or empty

  friend bool operator==(const ImportVerdict&, const ImportVerdict&) = default;
};

struct VocabularyReport {
  std::uint64_t accepted = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t refused = 0;
  std::vector<ImportVerdict> verdicts;  // in the order of the sources and their lines
};

// Reads `sources` (files, or "-" for standard input) into the vocabulary of the index at
// `directory`. A pair that would make one concept of two, join facets, chain, cross `distinct`,
// close a circle or name something unknown is refused alone; the rest is taken. Also throws Error:
// `io` for a source that cannot be read, `unknown_format` for one whose format must be named,
// `bad_dictionary` for broken TOML or CSV, `bad_value` for the facet freeform.
VocabularyReport import_vocabulary(const std::filesystem::path& directory,
                                   const std::vector<std::string>& sources,
                                   const VocabularyImportOptions& options);

// Makes `spelling` a spelling of `target`: a concept's id, label or spelling. The verdict says if
// that was refused, and why.
ImportVerdict add_spelling(const std::filesystem::path& directory, const std::string& spelling,
                           const std::string& target);

// Takes out what `text` names: a spelling of the archive's own in all its writings; a concept of
// its own, with all that refers to it; or, by the id of a concept of the dictionary, all that was
// added to that one. Gives a line for each thing that went. Throws Error(`no_concept`) if the
// vocabulary has nothing of that name.
std::vector<std::string> remove_from_vocabulary(const std::filesystem::path& directory,
                                                std::string_view text);

// The vocabulary of an index as text: toml, the whole, which import_vocabulary reads back; or
// aliases, its spellings only. Throws Error(`bad_value`) for any other format.
std::string export_vocabulary(const std::filesystem::path& directory, VocabularyFormat format);

}  // namespace ficsearch
