// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "ficsearch/error.h"
#include "ficsearch/search.h"
#include "query/ast.h"

namespace ficsearch::query {

// What stands behind "field:": a number (10k, 1.5万, 10,000), a date (2020, 2020-05, 2020-05-01,
// 2020-05-01T12:30:00Z, all UTC and all covering the whole of what they name), an age (7d, 2w, 3m
// of 30 days, 1y of 365 days), or a rating; as it is, behind > >= < <= or =, or as a..b with one
// end at least. Numbers also take a-b. Full-width digits and signs count as ASCII.
//
// Throws Error(`bad_value`) at `where` for anything else, for a range that nothing can lie in, and
// for numbers above 10^15.
Range parse_range(Field field, std::string_view text, const Place& where);

// The canonical text, with the field's name. Ages come out in days.
std::string to_string(const Range& range);

}  // namespace ficsearch::query
