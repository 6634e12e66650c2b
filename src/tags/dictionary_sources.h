// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tags/concept_record.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {

// Every *.toml of a folder, in the order of names. Throws Error as Dictionary::load.
std::vector<DictionarySource> read_sources(const std::filesystem::path& folder);

// The records of all sources in their order. Throws Error(`bad_dictionary`).
std::vector<ConceptRecord> read_records(std::span<const DictionarySource> sources);

// The version of a dictionary: origin, number of concepts, hash of the texts and of the number of
// the rules that say what they mean.
std::string version_of(std::string_view origin, std::size_t concepts,
                       std::span<const DictionarySource> sources);

}  // namespace ficsearch::tags
