// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/tag_exceptions.h"

namespace ficsearch::search {

std::optional<store::terms::TagException> exception_for(Spoilers spoilers, PartScope scope) {
  using store::terms::TagException;
  const bool open_only = spoilers == Spoilers::none;
  if (scope == PartScope::main)
    return open_only ? TagException::spoiler_or_side_part : TagException::side_part_only;
  if (open_only) return TagException::spoiler_only;
  return std::nullopt;
}

}  // namespace ficsearch::search
