// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace ficsearch::json {

// Seconds since 1970 as ISO 8601 in UTC: "2021-04-03" at midnight, else "2021-04-03T10:00:00Z".
// The importer reads both back to the same second.
std::string iso_date(std::int64_t seconds);

}  // namespace ficsearch::json
