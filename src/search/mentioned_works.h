// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <xapian.h>

#include "query/plan.h"
#include "store/reader.h"
#include "tags/mentions.h"
#include "text/tokenizer.h"

namespace ficsearch::search {

// The works that a Mentioned of a plan means. Looks up every spelling of its concepts, then reads
// the records of the works that have one, or that have censor marks; so its cost grows with these.
Xapian::Query mentioned_works(const query::Mentioned& mentioned, const store::Reader& reader,
                              const tags::MentionFinder& finder, text::Tokenizer& tokenizer);

}  // namespace ficsearch::search
