// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/in_quotes.h"

namespace ficsearch::query {

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

}  // namespace ficsearch::query
