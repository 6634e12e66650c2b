// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace Xapian {
class Database;
class WritableDatabase;
}  // namespace Xapian

namespace ficsearch::store {

// What an index says of its own form. docs/format.md lists the features and their history.

// Writes the features of this program, and the version of the normalization rules, into a new
// index.
void write_format(Xapian::WritableDatabase& database, const std::string& normalizer);

// Writes the archive's own vocabulary, and that the index has one; an empty text takes both away.
void write_vocabulary(Xapian::WritableDatabase& database, const std::string& toml);

// Writes a profile under its metadata key, and whether the index has any; an empty record takes it
// away.
void write_profile(Xapian::WritableDatabase& database, const std::string& key,
                   const std::string& record);

// Throws Error(`format_unknown`) naming each feature that this program does not know, or if the
// database is none of ours.
void check_format(const Xapian::Database& database, const std::filesystem::path& directory);

// Throws Error(`normalizer_mismatch`) if terms made now would not meet the index's: for reading, if
// the rules differ; for writing, if any table or library differs.
enum class Access { read, write };
void check_normalizer(const Xapian::Database& database, const std::filesystem::path& directory,
                      Access access, const std::string& current);

}  // namespace ficsearch::store
