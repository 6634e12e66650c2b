// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tags/dictionary.h"

namespace ficsearch::engine {

// The shortest way from one of `from` to one of `to`, both ends included: each concept implies the
// next or calls for it. Without targets: the first of `from` alone. Empty if there is no way.
std::vector<std::string> concept_path(const tags::Dictionary& dictionary,
                                      const std::vector<std::string>& from,
                                      const std::vector<std::string>& to);

}  // namespace ficsearch::engine
