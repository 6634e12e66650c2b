// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "cli/arguments.h"
#include "ficsearch/index.h"
#include "ficsearch/tags.h"

namespace ficsearch::cli {

// The directory that -d or FICSEARCH_INDEX names; the option wins. Throws Error(`usage`) if neither
// does.
std::filesystem::path index_directory(const Arguments& arguments);

// The index at index_directory.
Index open_index(const Arguments& arguments, const OpenOptions& options = {});

// The index that is named; nullopt if none is. Without one nothing is filtered: `filters` are
// options that say what is. Throws Error(`usage`) if one of them is given and no index is.
std::optional<Index> find_index(const Arguments& arguments,
                                const std::vector<const Option*>& filters = {});

// Calls `use` with the tags of the index if one is named, else with those of the shipped
// dictionary. If a writer overtakes it, again.
void with_tags(const Arguments& arguments, const std::function<void(const Tags&)>& use);

}  // namespace ficsearch::cli
