// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ficsearch::ingest {

// Aozora Bunko writes accented letters in ASCII inside 〔 〕: "cafe'" for "café". The text with
// these letters; nullopt if `text` (without its brackets) has none, or is Japanese, so that the
// brackets are the author's own.
std::optional<std::string> find_accented(std::string_view text);

}  // namespace ficsearch::ingest
