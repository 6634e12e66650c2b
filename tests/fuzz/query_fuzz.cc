// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a query whose canonical text is read as the same query, or an error with its place
// in them.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ficsearch/error.h"
#include "fuzz/expect.h"
#include "query/ast.h"

namespace {

using namespace ficsearch;
using fuzz::expect;

std::optional<query::Ast> parsed(std::string_view text) {
  try {
    return query::parse(text);
  } catch (const Error& error) {
    const Place& place = error.where();
    expect(place.byte_offset.value_or(0) + place.byte_length <= text.size(),
           "an error stands inside the query");
    expect(*error.what() != '\0', "an error has a message");
    return std::nullopt;
  }
}

// The canonical text may quote and escape, and so outgrow a query.
bool may_be_too_long(const std::string& canonical) {
  constexpr std::size_t kMaxQueryCharacters = 1000;
  return canonical.size() > kMaxQueryCharacters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::optional<query::Ast> ast = parsed({reinterpret_cast<const char*>(data), size});
  if (!ast) return 0;
  const std::string canonical = to_string(*ast);
  const std::optional<query::Ast> again = parsed(canonical);
  expect(again || may_be_too_long(canonical), "the canonical text can be read");
  if (!again) return 0;
  expect(*again == *ast, "the canonical text means the same");
  expect(to_string(*again) == canonical, "the canonical text is canonical");
  return 0;
}
