// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/unknown_key.h"

#include "ficsearch/error.h"
#include "ficsearch/text.h"

namespace ficsearch::ingest {

std::string nearest_hint(std::string_view name, const std::vector<std::string>& names) {
  const std::vector<std::string> nearest = nearest_names(name, names, 1);
  if (!nearest.empty()) return "did you mean \"" + nearest.front() + "\"?";
  std::string hint = "known are:";
  for (const std::string& known : names) hint.append(" ").append(known);
  return hint;
}

void throw_unknown_key(std::string_view key, std::string_view owner,
                       std::span<const std::string_view> known) {
  throw Error(ErrorCode::unknown_parameter,
              "\"" + std::string(key) + "\" is not a key of " + std::string(owner), {},
              nearest_hint(key, {known.begin(), known.end()}));
}

}  // namespace ficsearch::ingest
