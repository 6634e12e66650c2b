// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/compare.h"

#include <algorithm>
#include <optional>
#include <string>

#include "tags/series_marks.h"
#include "text/keys.h"

namespace ficsearch::tags {
namespace {

struct Side {
  explicit Side(const Dictionary& dictionary, std::string_view utf8)
      : surface(text::surface_key(utf8)),
        folded(text::fold_key(surface)),
        meaning(dictionary.resolve(folded, std::nullopt)) {}

  std::string surface;
  std::string folded;
  std::optional<ConceptRef> meaning;
};

// Whether the text may stand for its concept without asking. A dictionary that lists けいおん!
// knows nothing of けいおん!!, though the two have one folded key.
bool is_as_listed(const Dictionary& dictionary, const Side& side) {
  const Concept& meaning = dictionary[*side.meaning];
  if (meaning.facet != Facet::fandom && meaning.facet != Facet::series) return true;
  const std::string marks = series_marks(side.surface);
  const auto lists = [&](std::string_view alias) {
    const std::string surface = text::surface_key(alias);
    return text::fold_key(surface) == side.folded && series_marks(surface) == marks;
  };
  return lists(meaning.id) ||
         std::any_of(meaning.labels.begin(), meaning.labels.end(),
                     [&](const auto& label) { return lists(label.second); }) ||
         std::any_of(meaning.spellings.begin(), meaning.spellings.end(),
                     [&](const ConceptSpelling& spelling) { return lists(spelling.text); });
}

Comparison compare_unknown(const Side& a, const Side& b) {
  if (a.folded != b.folded) return Comparison::different;
  return series_marks(a.surface) == series_marks(b.surface) ? Comparison::same : Comparison::ask;
}

}  // namespace

Comparison compare(const Dictionary& dictionary, std::string_view a_text, std::string_view b_text) {
  const Side a(dictionary, a_text);
  const Side b(dictionary, b_text);
  if (a.surface == b.surface) return Comparison::same;
  if (a.meaning != b.meaning) return Comparison::different;
  if (!a.meaning) return compare_unknown(a, b);
  return is_as_listed(dictionary, a) && is_as_listed(dictionary, b) ? Comparison::same
                                                                    : Comparison::ask;
}

}  // namespace ficsearch::tags
