// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "store/registry.h"
#include "tags/dictionary_spellings.h"

namespace ficsearch::engine {

// What the entries of an index mean, of those that mean more than their folded keys say, in rising
// order: as its last commit has them, found out by the threads of the task arena that this runs in.
//
// `should_stop` is asked now and then, by one thread at a time, and may be empty; nullopt: it said
// yes.
std::optional<std::vector<std::pair<store::TagId, store::TagJoin>>> all_joins(
    const std::filesystem::path& directory, const tags::DictionarySpellings& dictionary,
    const std::function<bool()>& should_stop);

}  // namespace ficsearch::engine
