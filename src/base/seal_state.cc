// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/maintenance.h"

namespace ficsearch {

std::string_view to_string(SealState state) noexcept {
  switch (state) {
    case SealState::none:
      return "none";
    case SealState::intact:
      return "intact";
    case SealState::broken:
      return "broken";
  }
  return "unknown";
}

}  // namespace ficsearch
