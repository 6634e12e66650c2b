// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "tags/dictionary_tables.h"
#include "tags/record_set.h"

namespace ficsearch::tags {

// The steps of build_tables. Each fills its part of `tables` or throws Error(`bad_dictionary`).

// alias_keys, by_key, aliases. Refuses two concepts that meet at one folded key, and so at one
// surface key.
void claim_aliases(const RecordSet& records, Dictionary::Tables& tables);

// with_broader, narrower, derived, with_narrower. Refuses a cycle.
void close_implications(const RecordSet& records, Dictionary::Tables& tables);

// distinct, and the list of each concept in tables.concepts, which is there already. Needs
// with_broader. Refuses a pair of which one implies the other, or that is explained in two ways.
void pair_distinct(const RecordSet& records, Dictionary::Tables& tables);

}  // namespace ficsearch::tags
