// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/nearest.h"

#include <set>

#include "ficsearch/text.h"
#include "text/keys.h"

namespace ficsearch::tags {

std::vector<std::string> nearest_aliases(const Dictionary& dictionary, std::string_view utf8,
                                         std::size_t limit) {
  if (dictionary.resolve(text::fold_key(utf8), std::nullopt)) return {};
  std::vector<std::string> texts;
  for (const Dictionary::Alias& alias : dictionary.aliases()) texts.push_back(alias.text);

  std::vector<std::string> nearest;
  std::set<ConceptRef> named;
  for (std::string& text : nearest_names(utf8, texts, texts.size())) {
    if (nearest.size() == limit) break;
    const std::optional<ConceptRef> target = dictionary.resolve(text::fold_key(text), std::nullopt);
    if (target && named.insert(*target).second) nearest.push_back(std::move(text));
  }
  return nearest;
}

}  // namespace ficsearch::tags
