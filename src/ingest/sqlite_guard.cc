// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/sqlite_guard.h"

#include <array>
#include <new>
#include <utility>

#include "base/utf8.h"
#include "ficsearch/error.h"

namespace ficsearch::ingest {
namespace {

constexpr int kMaxValueBytes = 64 << 20;
constexpr int kMaxSqlBytes = 1 << 20;

[[noreturn]] void throw_sqlite(sqlite3* database, int result) {
  if (result == SQLITE_NOMEM) throw std::bad_alloc();
  const std::string reason = sqlite3_errmsg(database);
  switch (result & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(ErrorCode::locked, "the database is being written: " + reason, {},
                  "close the program that uses it and try again");
    case SQLITE_IOERR:
    case SQLITE_PERM:
      throw Error(ErrorCode::io, "the database cannot be read: " + reason);
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      throw Error(ErrorCode::bad_database, "the database cannot be opened for reading: " + reason,
                  {}, "open and close it once with the program that owns it");
    default:
      throw Error(ErrorCode::bad_database, "the database cannot be read: " + reason);
  }
}

// '?', '#' and '%' mean something in an address; all else of a path does not.
std::string address_of(const std::string& path) {
  std::string address = "file:";
  for (const char c : path) {
    if (c == '%')
      address += "%25";
    else if (c == '?')
      address += "%3f";
    else if (c == '#')
      address += "%23";
    else
      address += c;
  }
  return address + "?mode=ro";
}

}  // namespace

ForeignDatabase::ForeignDatabase(const std::string& path) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open_v2(
      address_of(path).c_str(), &opened,
      SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
      nullptr);
  database_.reset(opened);
  if (opened == nullptr) throw std::bad_alloc();
  if (result != SQLITE_OK) throw_sqlite(opened, result);
  sqlite3_extended_result_codes(opened, 0);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(opened, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, kMaxValueBytes);
  sqlite3_limit(opened, SQLITE_LIMIT_SQL_LENGTH, kMaxSqlBytes);
  Rows(*this, "PRAGMA cell_size_check=ON").next();
}

void ForeignDatabase::check() {
  Rows rows(*this, "PRAGMA quick_check(1)");
  if (rows.next() && rows.text(0) == "ok") return;
  throw Error(ErrorCode::bad_database, "the database is damaged: " + rows.text(0), {},
              "have the program that owns it repair it");
}

bool ForeignDatabase::has_table(std::string_view name) {
  Rows rows(*this,
            "SELECT type = 'table' AND sql LIKE 'CREATE TABLE%' FROM sqlite_schema "
            "WHERE name = ?1 COLLATE NOCASE");
  if (!rows.bind(1, name).next()) return false;
  if (rows.number(0) == 1) return true;
  throw Error(ErrorCode::bad_database, std::string(name) + " is no ordinary table of the database");
}

void ForeignDatabase::check_table(std::string_view name) {
  if (!has_table(name))
    throw Error(ErrorCode::bad_database, "the database has no table " + std::string(name), {},
                "give the metadata.db of a Calibre library");
}

Rows::Rows(ForeignDatabase& database, const std::string& sql) : database_(database.handle()) {
  sqlite3_stmt* prepared = nullptr;
  const int result =
      sqlite3_prepare_v2(database_, sql.c_str(), static_cast<int>(sql.size()), &prepared, nullptr);
  statement_.reset(prepared);
  if (result != SQLITE_OK) throw_sqlite(database_, result);
}

Rows& Rows::bind(int parameter, std::int64_t value) {
  const int result = sqlite3_bind_int64(statement_.get(), parameter, value);
  if (result != SQLITE_OK) throw_sqlite(database_, result);
  return *this;
}

Rows& Rows::bind(int parameter, std::string_view value) {
  const int result = sqlite3_bind_text(statement_.get(), parameter, value.data(),
                                       static_cast<int>(value.size()), SQLITE_TRANSIENT);
  if (result != SQLITE_OK) throw_sqlite(database_, result);
  return *this;
}

bool Rows::next() {
  const int result = sqlite3_step(statement_.get());
  if (result != SQLITE_ROW && result != SQLITE_DONE) throw_sqlite(database_, result);
  return result == SQLITE_ROW;
}

void Rows::reset() {
  sqlite3_reset(statement_.get());
}

std::string Rows::text(int column) const {
  const auto* const bytes =
      reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return base::clean_text({bytes, size}).text;
}

std::int64_t Rows::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

}  // namespace ficsearch::ingest
