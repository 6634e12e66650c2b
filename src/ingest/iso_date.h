// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ficsearch::ingest {

// Seconds since 1970 of 0001-01-01T00:00:00Z and of 9999-12-31T23:59:59Z.
inline constexpr std::int64_t kFirstInstant = -62135596800;
inline constexpr std::int64_t kLastInstant = 253402300799;

// Seconds since 1970 of an ISO 8601 date ("2021-04-03": midnight UTC) or date-time with its offset
// ("2021-04-03T12:30Z", "2021-04-03T12:30:15.25+09:00"; fractions are cut off). nullopt for all
// else: no such day, a local time without offset, week dates, another order.
std::optional<std::int64_t> parse_iso_date(std::string_view text) noexcept;

}  // namespace ficsearch::ingest
