// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/text_search.h"

#include <algorithm>
#include <optional>

#include "text/keys.h"

namespace ficsearch::tags {
namespace {

bool is_label(const Concept& subject, const std::string& text) {
  return std::any_of(subject.labels.begin(), subject.labels.end(),
                     [&](const auto& label) { return label.second == text; });
}

FoundIn place_of(const std::string& fold, const std::string& key, bool in_label) {
  if (fold == key) return FoundIn::whole_name;
  if (fold.starts_with(key)) return FoundIn::beginning;
  return in_label ? FoundIn::label : FoundIn::spelling;
}

// By concept, the best alias that holds the key.
std::vector<std::optional<TextMatch>> found_in_names(const Dictionary& dictionary,
                                                     const std::string& key) {
  std::vector<std::optional<TextMatch>> best(dictionary.concepts().size());
  for (const Dictionary::Alias& alias : dictionary.aliases()) {
    const std::string fold = text::fold_key(alias.text);
    if (fold.find(key) == std::string::npos) continue;
    const FoundIn where = place_of(fold, key, is_label(dictionary[alias.target], alias.text));
    std::optional<TextMatch>& match = best[static_cast<std::size_t>(alias.target)];
    if (!match || where < match->where) match = TextMatch{alias.target, where, alias.text};
  }
  return best;
}

}  // namespace

std::vector<TextMatch> search_text(const Dictionary& dictionary, std::string_view utf8) {
  std::vector<TextMatch> matches;
  const std::string key = text::fold_key(utf8);
  if (key.empty()) return matches;
  const auto in_names = found_in_names(dictionary, key);
  for (std::size_t i = 0; i < in_names.size(); ++i) {
    if (in_names[i])
      matches.push_back(*in_names[i]);
    else if (text::fold_key(dictionary.concepts()[i].definition).find(key) != std::string::npos)
      matches.push_back({static_cast<ConceptRef>(i), FoundIn::definition, ""});
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const TextMatch& a, const TextMatch& b) { return a.where < b.where; });
  return matches;
}

}  // namespace ficsearch::tags
