// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/error.h"
#include "query/lexer.h"

namespace ficsearch::query {

// Bytes [begin, end) of the query.
inline Place place_of(std::size_t begin, std::size_t end) {
  return Place{.byte_offset = begin, .byte_length = end - begin};
}
inline Place place_of(const Token& token) {
  return place_of(token.begin, token.end);
}

[[noreturn]] inline void fail_syntax(const Place& where, const std::string& message,
                                     const std::string& hint) {
  throw Error(ErrorCode::query_syntax, message, where, hint);
}

}  // namespace ficsearch::query
