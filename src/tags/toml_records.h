// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tags/concept_record.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {

// Reads the records of one source (format: dict/README.md), in its order, and checks what one
// record can show by itself: syntax, known keys, types, required texts, the form of ids and
// language codes, that each spelling stands under its script and each reading is kana, and that
// nothing is written twice in one list.
// Throws Error(`bad_dictionary`) with source, line and, for syntax, column.
std::vector<ConceptRecord> read_toml_records(const DictionarySource& source);

// The records of an archive's own vocabulary. An addition has an id, that of the concept it belongs
// to, and of its fields only those that can be added to a concept.
struct VocabularyRecords {
  std::vector<ConceptRecord> concepts;
  std::vector<ConceptRecord> additions;
};

// As read_toml_records, for a vocabulary (format: docs/vocabulary.md): it may hold additions, and
// its concepts need no definition. Checks nothing between records.
VocabularyRecords read_toml_vocabulary(const DictionarySource& source);

}  // namespace ficsearch::tags
