// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "cli/arguments.h"
#include "cli/console.h"
#include "ficsearch/search.h"

namespace ficsearch::cli {

// The options that say which works: every command that takes one of them takes all.
std::vector<const Option*> filter_options();

// What those options and the operands ask for; everything else of the request has its default.
// Reads the files of --exclude-from. Throws Error: `io`, `bad_value`.
SearchRequest filters_of(const Arguments& arguments, Console& console);

// The options that say which saved profile holds; filter_options has them, too.
std::vector<const Option*> profile_options();

// What those ask for; everything else of the request has its default.
SearchRequest profiles_of(const Arguments& arguments);

// The facets of --facet, each once. Throws Error(`duplicate_parameter`).
std::vector<Facet> facets_of(const Arguments& arguments);
FacetCounts facet_counts_of(const Arguments& arguments);

// Query text that the byte offsets of an Error may count in; empty if it could be another text.
std::string query_with_offsets(const Arguments& arguments);

}  // namespace ficsearch::cli
