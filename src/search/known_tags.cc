// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/known_tags.h"

#include <algorithm>
#include <set>
#include <variant>

#include "ficsearch/text.h"

namespace ficsearch::search {
namespace {

// Near names are looked at for each that is asked for: filters may hide the nearest.
constexpr std::size_t kNearForOne = 4;

}  // namespace

bool RegistryTags::bears(std::optional<Facet> facet, std::string_view fold_key) const {
  deadline_.check();
  const std::vector<store::TagRef> entries = registry_.refs_with_fold(fold_key);
  return std::any_of(entries.begin(), entries.end(),
                     [&](const store::TagRef& entry) { return !facet || entry.facet == *facet; });
}

// What the archive's own spellings of this key were found to mean, if it bears any; else what the
// joiner says.
query::ArchiveMeaning RegistryTags::meaning_of(std::optional<Facet> facet, std::string_view text,
                                               std::string_view fold_key) const {
  deadline_.check();
  std::set<std::string> concepts;
  std::set<std::string> folds;
  bool sure = true;
  const auto add = [&](const tags::Meaning& meaning) {
    if (const auto* ref = std::get_if<tags::ConceptRef>(&meaning))
      concepts.insert(dictionary_[*ref].id);
    else
      folds.insert(std::get<tags::ArchiveSpelling>(meaning).folded);
  };
  bool borne = false;
  for (const store::TagRef& entry : registry_.refs_with_fold(fold_key)) {
    if (facet && entry.facet != *facet) continue;
    borne = true;
    const auto join = registry_.join_of(entry.id);
    if (!join) continue;
    sure = sure && join->sure;
    for (const std::string& key : join->meanings) {
      store::KeyedMeaning meaning = store::meaning_of_key(key);
      (meaning.concept_id.empty() ? folds : concepts)
          .insert(meaning.concept_id.empty() ? std::move(meaning.fold)
                                             : std::move(meaning.concept_id));
    }
  }
  if (borne) {
    sure = sure && concepts.size() <= 1;
  } else {
    const tags::Joined joined = join_(facet, text);
    if (const auto* one = std::get_if<tags::JoinedMeaning>(&joined)) add(one->meaning);
    if (const auto* many = std::get_if<tags::JoinedCandidates>(&joined)) {
      sure = false;
      for (const tags::Meaning& candidate : many->candidates) add(candidate);
    }
  }
  folds.erase(std::string(fold_key));
  return {{concepts.begin(), concepts.end()}, {folds.begin(), folds.end()}, sure, borne};
}

std::vector<std::string> RegistryTags::nearest(std::string_view text, std::size_t limit,
                                               const query::Plan& filters) const {
  if (registry_.is_of_shards()) return {};  // reading all names of all shards takes too long
  deadline_.check();
  if (!written_) {
    std::vector<std::string> written;
    PacedDeadline paced(deadline_);
    registry_.for_each([&](const store::TagEntry& entry) {
      paced.step();
      written.push_back(entry.written);
    });
    written_ = std::move(written);
  }
  return openly_borne_(nearest_names(text, *written_, kNearForOne * limit), limit, filters);
}

}  // namespace ficsearch::search
