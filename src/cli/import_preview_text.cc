// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_preview_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/numbers.h"
#include "ficsearch/text.h"

namespace ficsearch::cli {
namespace {

std::string text_of(const SourcePreview& source) {
  return fmt::format("{}: {} new, {} changed, {} unchanged, {} rejected\n",
                     terminal_safe(source.source), grouped(source.added), grouped(source.replaced),
                     grouped(source.unchanged), grouped(source.rejected));
}

std::string text_of(const FacetPreview& facet) {
  return fmt::format("{}: {} of {}, {} mapped\n", to_string(facet.facet),
                     counted(facet.forms, "form", "forms"), counted(facet.tags, "tag", "tags"),
                     grouped(facet.mapped));
}

std::string text_of(const UnmappedTag& tag) {
  return fmt::format("{}:{}  {}\n", to_string(tag.facet), terminal_safe(tag.written),
                     grouped(tag.works));
}

}  // namespace

std::string import_preview_text(const ImportPreview& preview, std::size_t most_unmapped,
                                const Paint& paint) {
  std::string text = paint.title("works") + "\n";
  for (const SourcePreview& source : preview.sources) text += text_of(source);
  text += paint.title("tags") + "\n";
  for (const FacetPreview& facet : preview.facets) text += text_of(facet);
  if (preview.unmapped.empty()) return text;
  text += paint.title("not mapped, with the number of works") + "\n";
  const std::size_t shown = std::min(most_unmapped, preview.unmapped.size());
  for (std::size_t i = 0; i < shown; ++i) text += text_of(preview.unmapped[i]);
  if (const std::size_t more = preview.unmapped.size() - shown; more > 0)
    text += fmt::format("and {} more; --verbose or --json shows them all\n", grouped(more));
  return text;
}

}  // namespace ficsearch::cli
