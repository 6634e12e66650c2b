// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/vocabulary.h"
#include "tags/dictionary.h"
#include "tags/statement.h"

namespace ficsearch::tags {

// Reads what a source of vocabulary says, line by line; nothing is checked against a dictionary. A
// line that says nothing sensible is a statement that is withdrawn, with the reason. `source.toml`
// holds the text, of whatever format. Throws Error: `unknown_format` if the format is automatic
// and the content could be two; `bad_dictionary` for TOML or CSV that cannot be read.
std::vector<Statement> read_statements(const DictionarySource& source, VocabularyFormat format);

// The format of a text that can only be one: TOML, or a table whose header names it; nullopt for
// all else. A list without a header could hold aliases or implications, which is a world of
// difference.
std::optional<VocabularyFormat> find_format(std::string_view text);

// The readers of the formats, each in the file of its name.
std::vector<Statement> read_toml_statements(const DictionarySource& source);
std::vector<Statement> read_booru_statements(const DictionarySource& source,
                                             VocabularyFormat format);
std::vector<Statement> read_canonical_statements(const DictionarySource& source);
std::vector<Statement> read_list_statements(const DictionarySource& source,
                                            VocabularyFormat format);

}  // namespace ficsearch::tags
