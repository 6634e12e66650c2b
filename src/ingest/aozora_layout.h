// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace ficsearch::ingest {

// The lines of an Aozora Bunko text, apart: title lines, body, colophon. Views into the text.
struct AozoraLayout {
  std::vector<std::string_view> header;    // title, subtitle, author...: up to the first blank line
  std::vector<std::string_view> body;      // without blank lines at either end
  std::vector<std::string_view> colophon;  // from the last line that begins with 底本： to the end
  bool has_legend = false;  // the symbols used were explained between two dashed lines; left out
};

AozoraLayout lay_out_aozora(std::string_view text);

}  // namespace ficsearch::ingest
