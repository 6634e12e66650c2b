// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/known_tags.h"

#include <algorithm>
#include <set>
#include <variant>

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

RegistryTags::NameLists RegistryTags::nearest(const std::vector<std::string>& texts,
                                              std::size_t limit, const query::Plan& filters) const {
  // Reading all names of all shards takes too long.
  if (registry_.is_of_shards()) return NameLists(texts.size());
  std::vector<text::NearNames> near;
  for (const std::string& text : texts) near.emplace_back(text, kNearForOne * limit);
  add_written(near);
  NameLists names;
  for (const text::NearNames& each : near) names.push_back(each.names());
  return openly_borne_(names, limit, filters);
}

// Every written form, of which only those are looked at that can be near.
void RegistryTags::add_written(std::vector<text::NearNames>& near) const {
  PacedDeadline paced(deadline_);
  if (resident_ == nullptr) {
    registry_.for_each([&](const store::TagEntry& entry) {
      paced.step();
      for (text::NearNames& each : near) each.add(entry.written);
    });
    return;
  }
  for (std::uint32_t i = 0; i < resident_->signatures.size(); ++i) {
    paced.step();
    const text::NameSignature signature = resident_->signatures[i];
    for (text::NearNames& each : near)
      if (each.may_hold(signature)) each.add(resident_->image->written(store::TagId{i}));
  }
}

}  // namespace ficsearch::search
