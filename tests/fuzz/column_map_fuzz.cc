// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a map of columns in which every column that is kept is a field, or an error with
// its place.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "ficsearch/error.h"
#include "fuzz/expect.h"
#include "ingest/column_map.h"

namespace {

using namespace ficsearch;
using fuzz::expect;

void check_map(const ingest::ColumnMap& map) {
  for (const std::string& column : map.named()) {
    const auto target = map.target_of(column);
    if (!target) continue;  // ignored
    expect(ingest::find_field_kind(target->field).has_value(), "a named column is a field");
    expect(!target->separator.empty(), "a cell has a separator");
    expect(target->field != "titles" || !target->detail.empty(), "titles have a language");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    check_map(
        ingest::ColumnMap::parse({reinterpret_cast<const char*>(data), size}, "columns.toml"));
  } catch (const Error& error) {
    expect(error.code() == ErrorCode::bad_value, "what is wrong is the map");
    expect(error.where().file == "columns.toml" && error.where().line, "an error has its place");
    expect(*error.what() != '\0', "an error has a message");
  }
  return 0;
}
