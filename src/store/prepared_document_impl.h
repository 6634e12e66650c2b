// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "store/prepared_document.h"

namespace ficsearch::store {

struct PreparedDocument::Impl {
  std::string work_id;
  Xapian::Document document;
};

}  // namespace ficsearch::store
