// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/spelling_labels.h"

#include <algorithm>
#include <span>
#include <vector>

namespace ficsearch::search {

std::string SpellingLabels::label(std::uint32_t meaning, std::uint64_t works,
                                  const snapshot::DocBits& among) {
  const snapshot::MeaningTable& table = resident_.meanings;
  if (table.concept_of(meaning)) return table.label(meaning);
  const std::span<const store::TagId> forms = table.tags_of(meaning);
  if (forms.size() == 1) return resident_.image->written(forms.front());
  if (among_ != &among) known_.clear();
  among_ = &among;
  const auto [known, is_new] = known_.try_emplace(meaning);
  if (is_new) known->second = found(meaning, works, among);
  return known->second;
}

std::string SpellingLabels::found(std::uint32_t meaning, std::uint64_t works,
                                  const snapshot::DocBits& among) const {
  const snapshot::MeaningTable& table = resident_.meanings;
  const store::RegistryImage& image = *resident_.image;
  const std::span<const store::TagId> all = table.tags_of(meaning);
  std::vector<store::TagId> forms(all.begin(), all.end());
  const auto is_joined = [&](store::TagId form) {
    return image.facet(form) != table.facet(meaning) || image.fold(form) != table.fold(meaning);
  };
  std::sort(forms.begin(), forms.end(), [&](store::TagId a, store::TagId b) {
    if (is_joined(a) != is_joined(b)) return is_joined(b);
    const auto a_works = resident_.postings.count(a);
    const auto b_works = resident_.postings.count(b);
    return a_works != b_works ? a_works > b_works : a < b;
  });
  std::uint64_t of_others = table.works_at_most(meaning);
  for (const store::TagId form : forms) {
    // More works than the other forms have: one of them has this form.
    of_others -= resident_.postings.count(form);
    if (works > of_others || sets_.count_tags(among, {form}, Side::include) != 0)
      return image.written(form);
  }
  return image.written(forms.back());
}

}  // namespace ficsearch::search
