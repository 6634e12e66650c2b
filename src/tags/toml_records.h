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

}  // namespace ficsearch::tags
