// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ficsearch/work.h"

namespace ficsearch::ingest {

// How readers of books and pages fill in a Work, with the limits that JSON records have. Texts are
// well-formed UTF-8 without controls.

// The most tags, authors and so on of one work; no work has as many, a hostile file may.
inline constexpr std::size_t kMaxNames = 10'000;

// `text` without needless white space. Throws Error, naming `field`: `too_long` over
// base::kMaxTagBytes, `out_of_range` as checked_name does.
std::string name_field(std::string_view text, std::string_view field);

// Appends a name, unless it is empty or there already. Throws as name_field does, and
// Error(`out_of_range`) over kMaxNames; a tag with U+FFFD in it is Error(`invalid_utf8`): unlike
// texts, names are not repaired.
void add_name(std::vector<std::string>& names, std::string_view text, std::string_view field);
void add_tag(Work& work, Facet facet, std::string_view text);

// The names that stand in `text` with one of the bytes of `separators` between them.
std::vector<std::string> split_names(std::string_view text, std::string_view separators);

// Appends another title in `language`, unless it is empty or known.
void add_title(Work& work, const std::string& language, std::string_view text);

// Keeps `text`, or the lines, as a stored field of a new key, unless it is empty.
void add_extra(Work& work, std::string_view key, std::string_view text);
void add_extra(Work& work, std::string_view key, const std::vector<std::string>& lines);

// "1,234" or "1 234" -> 1234; nullopt if it is no count.
std::optional<std::uint32_t> parse_count(std::string_view text);

// As parse_iso_date, and "2021-04" and "2021" for their first day; a time without an offset is UTC.
std::optional<std::int64_t> parse_loose_date(std::string_view text);

}  // namespace ficsearch::ingest
