// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/verdict_text.h"

#include <fmt/format.h>

#include "ficsearch/text.h"

namespace ficsearch::cli {

std::string verdict_text(const ImportVerdict& verdict) {
  std::string text;
  if (verdict.line != 0) text = fmt::format("{}:{}: ", verdict.source, verdict.line);
  text += fmt::format("{}: {}", to_string(verdict.outcome), verdict.pair);
  if (!verdict.reason.empty()) text += ": " + verdict.reason;
  return terminal_safe(text);
}

}  // namespace ficsearch::cli
