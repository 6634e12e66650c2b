// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ficsearch/tags.h"
#include "search/borne_tags.h"
#include "tags/dictionary.h"

namespace ficsearch::engine {

// Of the concepts of the dictionary, as Tags::search orders them. Throws Error(`invalid_utf8`,
// `too_long`, `empty_filter`).
std::vector<TagMatch> search_tags(const tags::Dictionary& dictionary, std::string_view text,
                                  std::size_t limit);
// With the number of works that bear each, which then counts before the label.
std::vector<TagMatch> search_tags(const tags::Dictionary& dictionary,
                                  const std::vector<search::BorneTag>& borne, std::string_view text,
                                  std::size_t limit);

}  // namespace ficsearch::engine
