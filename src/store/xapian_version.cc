// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/xapian_version.h"

#include <xapian.h>

namespace ficsearch::store {

std::string xapian_version() {
  return Xapian::version_string();
}

}  // namespace ficsearch::store
