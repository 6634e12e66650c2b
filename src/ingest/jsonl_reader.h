// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "ingest/input_file.h"
#include "ingest/reader.h"

namespace ficsearch::ingest {

// The longest record that is read; a longer one is rejected without being kept in memory.
inline constexpr std::size_t kMaxRecordBytes = 64u << 20;

// Throws Error(`out_of_range`) for a record that was longer than kMaxRecordBytes.
[[noreturn]] void throw_oversized();

// A reader of JSON Lines: one work a line (work_record.h). Blank lines are passed over.
std::unique_ptr<WorkReader> read_jsonl(InputFile file);

}  // namespace ficsearch::ingest
