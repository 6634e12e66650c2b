// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "ficsearch/vocabulary.h"

namespace ficsearch::cli {

// "own.tsv:3: refused: NTR -> netori: ...", as compilers do, so that editors find the line.
std::string verdict_text(const ImportVerdict& verdict);

}  // namespace ficsearch::cli
