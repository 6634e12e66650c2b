// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "store/slots.h"

namespace ficsearch::test {

// A database in memory, a document a value; documents without one have no value.
inline Xapian::WritableDatabase database_of(store::Slot slot,
                                            const std::vector<std::optional<std::string>>& values) {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  for (const std::optional<std::string>& value : values) {
    Xapian::Document document;
    if (value) document.add_value(static_cast<Xapian::valueno>(slot), *value);
    database.add_document(document);
  }
  return database;
}

inline Xapian::WritableDatabase database_of(
    Field field, const std::vector<std::optional<std::int64_t>>& numbers) {
  std::vector<std::optional<std::string>> values;
  for (const std::optional<std::int64_t>& number : numbers)
    values.push_back(number ? std::optional(store::encode_value(field, *number)) : std::nullopt);
  return database_of(store::slot_of(field), values);
}

}  // namespace ficsearch::test
