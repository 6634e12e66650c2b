// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/mention.h"
#include "ficsearch/work.h"
#include "tags/mentions.h"

namespace ficsearch::engine {

// As Index::evidence.
std::vector<Evidence> evidence_of(const Work& work, const tags::MentionFinder& finder);

}  // namespace ficsearch::engine
