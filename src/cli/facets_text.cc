// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/facets_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/numbers.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

constexpr std::size_t kLeastCountWidth = 6;

std::string line_of(const FacetCount& count, std::size_t width, const Paint& paint) {
  std::string line =
      fmt::format("{:>{}}  {}", grouped(count.count), width, terminal_safe(count.label));
  if (count.state != FacetState::none)
    line += "  " + paint.faint(fmt::format("({})", to_string(count.state)));
  return line + "\n";
}

}  // namespace

std::string facets_text(const Reply& reply, const Paint& paint) {
  std::string text;
  for (const auto& [facet, counts] : reply.facets) {
    if (counts.empty()) continue;
    text += paint.title(to_string(facet)) + "\n";
    std::size_t width = kLeastCountWidth;
    for (const FacetCount& count : counts) width = std::max(width, grouped(count.count).size());
    for (const FacetCount& count : counts) text += line_of(count, width, paint);
  }
  return text;
}

}  // namespace ficsearch::cli
