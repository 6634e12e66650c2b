// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "store/registry.h"
#include "tags/dictionary_spellings.h"

namespace ficsearch::engine {

// What the entries of an index mean, of those that mean more than their folded keys say, in rising
// order: as its last commit has them, found out by the threads of the task arena that this runs in.
std::vector<std::pair<store::TagId, store::TagJoin>> all_joins(
    const std::filesystem::path& directory, const tags::DictionarySpellings& dictionary);

}  // namespace ficsearch::engine
