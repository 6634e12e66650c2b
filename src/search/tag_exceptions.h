// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ficsearch/search.h"
#include "store/terms.h"

namespace ficsearch::search {

// The exception postings that take away from those of a tag what must not count under these
// settings; nullopt: all count.
std::optional<store::terms::TagException> exception_for(Spoilers spoilers, PartScope scope);

}  // namespace ficsearch::search
