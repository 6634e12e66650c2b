// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "cli/arguments.h"

namespace ficsearch::cli {

// How a command prints its results.
enum class OutputFormat : std::uint8_t { text, ids, tsv, json, jsonl };

// What --json, --jsonl or `format_option` ask for, text if none is given. Throws Error(`usage`) if
// they ask for two things.
OutputFormat output_format(const Arguments& arguments, const Option& format_option);

}  // namespace ficsearch::cli
