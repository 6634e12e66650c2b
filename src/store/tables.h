// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace ficsearch::store {

// The tables of an index as Xapian's own tools see them.

// What is wrong with the structure of the tables, a sentence each. A badly damaged table can make
// Xapian crash: call it in a process of its own. Throws Error: `no_index`, `io`.
std::vector<std::string> faults_in_tables(const std::filesystem::path& directory);

// Writes the tables anew, without gaps and with every document under its number, into a directory
// that does not exist yet. `on_table` is told the name of each table; what it throws passes
// through. Throws Error: `index_corrupt`, `io`, `disk_full`.
void compact_tables(const std::filesystem::path& directory, const std::filesystem::path& into,
                    const std::function<void(const std::string& table)>& on_table);

}  // namespace ficsearch::store
