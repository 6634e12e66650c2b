// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/open_commit.h"

namespace ficsearch::engine {

// Works out what the saved profiles of a commit leave out, so that the first search with one of
// them takes no longer than those after it: a list of thousands takes tens of milliseconds. The
// default profile comes first, the others by name, as far as the commit's caches have room; the
// enforced one is in force beside each. Needs make_resident(); shards keep nothing.
void prepare_profiles(OpenCommit& commit);

}  // namespace ficsearch::engine
