// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/concept_record.h"

namespace ficsearch::tags {

std::string_view to_string(Link link) noexcept {
  switch (link) {
    case Link::broader:
      return "broader";
    case Link::advisory:
      return "advisories";
    case Link::perspective:
      return "perspectives";
    case Link::medium:
      return "media";
    case Link::related:
      return "related";
    case Link::distinct:
      return "distinct";
  }
  return "unknown";
}

std::string in_quotes(std::string_view text) {
  return '"' + std::string(text) + '"';
}

void refuse(const std::string& source, std::size_t line, const std::string& message,
            const std::string& hint) {
  throw Error(ErrorCode::bad_dictionary, message, Place{.file = source, .line = line}, hint);
}

}  // namespace ficsearch::tags
