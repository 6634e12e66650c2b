// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/keys.h"

#include "text/fold.h"
#include "text/surface.h"
#include "text/tracked_text.h"

namespace ficsearch::text {

std::string surface_key(std::string_view utf8) {
  return to_utf8(surface_of(utf8));
}

std::string fold_key(std::string_view utf8) {
  return to_utf8(fold_of(utf8));
}

MappedKey surface_mapped(std::string_view utf8) {
  return to_mapped_key(surface_of(utf8), utf8);
}

MappedKey fold_mapped(std::string_view utf8) {
  return to_mapped_key(fold_of(utf8), utf8);
}

}  // namespace ficsearch::text
