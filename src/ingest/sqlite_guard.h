// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ficsearch::ingest {

// A database of somebody else, open for reading only: no extension is loaded, no function of its
// schema is trusted, nothing is written beside it. Throws Error: `bad_database` for whatever SQLite
// refuses or finds damaged, `io` if the file cannot be opened, `locked` if its owner is writing.
class ForeignDatabase {
 public:
  explicit ForeignDatabase(const std::string& path);

  // Throws Error(`bad_database`) if the file is damaged.
  void check();

  // Whether there is a table of that name. Throws Error(`bad_database`) if something else is called
  // so: a view may be a program that never ends.
  bool has_table(std::string_view name);
  // Throws Error(`bad_database`) if there is none.
  void check_table(std::string_view name);

  sqlite3* handle() const noexcept { return database_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
  };
  std::unique_ptr<sqlite3, Close> database_;
};

// A statement that reads rows. `sql` is ours; what comes from outside is bound.
class Rows {
 public:
  Rows(ForeignDatabase& database, const std::string& sql);

  Rows& bind(int parameter, std::int64_t value);
  Rows& bind(int parameter, std::string_view value);

  // Goes to the next row; false at the end.
  bool next();
  // Begins anew, with other values to bind.
  void reset();

  // A column of the row as text; empty if it is NULL. NULs and ill-formed bytes are made good.
  std::string text(int column) const;
  std::int64_t number(int column) const;
  bool is_null(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace ficsearch::ingest
