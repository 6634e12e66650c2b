// SPDX-License-Identifier: GPL-3.0-or-later
#include "ficsearch/mention.h"

namespace ficsearch {

std::string_view to_string(Polarity polarity) noexcept {
  switch (polarity) {
    case Polarity::present:
      return "present";
    case Polarity::absent:
      return "absent";
    case Polarity::plain:
      return "plain";
  }
  return "?";
}

}  // namespace ficsearch
