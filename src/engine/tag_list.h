// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ficsearch/tags.h"
#include "search/borne_tags.h"
#include "tags/dictionary.h"

namespace ficsearch::engine {

// The concepts of the dictionary, as Tags::list orders them. Throws Error(`no_concept`) if there is
// nothing that options.below names.
std::vector<TagSummary> list_tags(const tags::Dictionary& dictionary,
                                  const TagListOptions& options);
// With what works bear, and how many do; concepts that none bears have 0.
std::vector<TagSummary> list_tags(const tags::Dictionary& dictionary,
                                  const std::vector<search::BorneTag>& borne,
                                  const TagListOptions& options);

}  // namespace ficsearch::engine
