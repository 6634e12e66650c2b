// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace ficsearch::ingest {

// What the lines above an Aozora Bunko text say, in the order in which they are published: title,
// original title, subtitle, authors, translators and editors.
struct AozoraHeader {
  std::string title;  // with the subtitle, after a space
  std::vector<std::string> original_titles;
  std::vector<std::string> authors;       // an author's names in two scripts are two entries
  std::vector<std::string> contributors;  // as published: "戸川明三訳"
};

// `lines` are plain text. Without lines, all is empty.
AozoraHeader read_aozora_header(const std::vector<std::string>& lines);

}  // namespace ficsearch::ingest
