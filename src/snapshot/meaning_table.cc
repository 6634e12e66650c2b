// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/meaning_table.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "snapshot/tag_meaning.h"
#include "tags/resolution.h"

namespace ficsearch::snapshot {

using store::TagId;

MeaningTable::MeaningTable(std::shared_ptr<const tags::Dictionary> dictionary,
                           const store::TagJoinTable& joins,
                           std::shared_ptr<const store::RegistryImage> image,
                           const PostingLists& postings)
    : dictionary_(std::move(dictionary)),
      image_(std::move(image)),
      concepts_(static_cast<std::uint32_t>(dictionary_->concepts().size())),
      by_facet_(kAllFacets.size()) {
  for (std::uint32_t i = 0; i < concepts_; ++i) {
    const auto ref = static_cast<tags::ConceptRef>(i);
    facets_.push_back((*dictionary_)[ref].facet);
    concept_labels_.emplace_back(counted_label(ref, *dictionary_));
  }
  std::vector<std::uint32_t> labels = number_tags(joins);
  collect_tags(postings);
  choose_labels(postings, std::move(labels));
}

// A spelling's meaning gets its number with the first written form that has it.
std::vector<std::uint32_t> MeaningTable::number_tags(const store::TagJoinTable& joins) {
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> labels;
  by_tag_.assign(image_->size(), kNone);
  // Spellings that entries are joined to, though their own forms mean something else.
  std::map<std::pair<Facet, std::string>, std::uint32_t> strays;
  const auto add_spelling = [&](Facet facet, TagId label) {
    facets_.push_back(facet);
    labels.push_back(static_cast<std::uint32_t>(label));
    return size() - 1;
  };
  const auto number_of_spelling = [&](Facet facet, std::string_view fold_key, TagId joined) {
    std::uint32_t number = kNone;
    TagId label = joined;
    image_->for_each_with_fold(fold_key, [&](TagId same) {
      if (image_->facet(same) != facet) return;
      label = same;
      const std::uint32_t known = by_tag_[static_cast<std::size_t>(same)];
      if (known != kNone && known >= concepts_ && facets_[known] == facet &&
          image_->fold(TagId{labels[known - concepts_]}) == fold_key)
        number = known;
    });
    if (number != kNone) return number;
    if (by_tag_[static_cast<std::size_t>(label)] == kNone) return add_spelling(facet, label);
    const auto [stray, is_new] = strays.try_emplace({facet, std::string(fold_key)}, kNone);
    if (is_new) stray->second = add_spelling(facet, label);
    return stray->second;
  };
  // Joined forms come last: what they are joined to has its number then.
  std::vector<std::pair<TagId, TagMeaning>> joined;
  for (std::uint32_t i = 0; i < image_->size(); ++i) {
    const auto tag = static_cast<TagId>(i);
    const Facet facet = image_->facet(tag);
    const std::string_view fold_key = image_->fold(tag);
    // Nearly all mean what they are written.
    if (const auto join = joins.by_tag.find(i); join != joins.by_tag.end()) {
      TagMeaning meaning = meaning_of(image_->entry(tag), join->second, *dictionary_);
      if (meaning.ref)
        by_tag_[i] = of_concept(*meaning.ref);
      else if (meaning.facet == facet && meaning.fold == fold_key)
        by_tag_[i] = number_of_spelling(facet, fold_key, tag);
      else
        joined.emplace_back(tag, std::move(meaning));
    } else if (const auto ref = tags::concept_of(*dictionary_, facet, fold_key)) {
      by_tag_[i] = of_concept(*ref);
    } else {
      by_tag_[i] = image_->shares_fold(tag) ? number_of_spelling(facet, fold_key, tag)
                                            : add_spelling(facet, tag);
    }
  }
  for (const auto& [tag, meaning] : joined)
    by_tag_[static_cast<std::size_t>(tag)] = number_of_spelling(meaning.facet, meaning.fold, tag);
  return labels;
}

void MeaningTable::collect_tags(const PostingLists& postings) {
  std::vector<std::uint32_t> next(std::size_t{size()} + 1);
  for (const std::uint32_t meaning : by_tag_) ++next[meaning + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  tags_begin_ = base::PackedNumbers(next);
  tags_.resize(by_tag_.size());
  std::vector<std::uint32_t> works(size());
  for (std::uint32_t i = 0; i < by_tag_.size(); ++i) {
    const std::uint32_t meaning = by_tag_[i];
    tags_[next[meaning]++] = static_cast<TagId>(i);
    works[meaning] += postings.count(static_cast<TagId>(i));
    if (tags_of(meaning).size() > 1) by_tag_[i] |= kShared;
  }
  list_by_facet(works);
  works_ = base::PackedNumbers(works);
}

// The most borne first, equals as they were. Nearly all have few works, and of these as many places
// are counted as have each number.
void MeaningTable::list_by_facet(const std::vector<std::uint32_t>& works) {
  constexpr std::uint32_t kMany = 1U << 16;
  const auto place_of = [&](std::uint32_t meaning) {
    return kMany - std::min(works[meaning], kMany);
  };
  for (std::uint32_t meaning = 0; meaning < size(); ++meaning)
    if (works[meaning] != 0)
      by_facet_[static_cast<std::size_t>(facets_[meaning])].push_back(meaning);
  for (std::vector<std::uint32_t>& meanings : by_facet_) {
    std::vector<std::uint32_t> next(kMany + 1);
    for (const std::uint32_t meaning : meanings) ++next[place_of(meaning)];
    const std::uint32_t of_many = next.front();
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::uint32_t{0});
    std::vector<std::uint32_t> sorted(meanings.size());
    for (const std::uint32_t meaning : meanings) sorted[next[place_of(meaning)]++] = meaning;
    std::stable_sort(sorted.begin(), sorted.begin() + of_many,
                     [&](std::uint32_t a, std::uint32_t b) { return works[a] > works[b]; });
    meanings = std::move(sorted);
  }
}

// A spelling is shown as its most used written form, of equals the one that was seen first. Forms
// that are only joined to it do not stand for it.
void MeaningTable::choose_labels(const PostingLists& postings, std::vector<std::uint32_t> labels) {
  for (std::uint32_t meaning = concepts_; meaning < size(); ++meaning) {
    const std::span<const TagId> forms = tags_of(meaning);
    std::uint32_t& label = labels[meaning - concepts_];
    if (forms.size() == 1 && forms.front() == TagId{label}) continue;
    const std::string_view own_fold = image_->fold(TagId{label});
    const TagId* best = nullptr;
    for (const TagId& tag : forms) {
      if (image_->facet(tag) != facets_[meaning] || image_->fold(tag) != own_fold) continue;
      if (best == nullptr || postings.count(tag) > postings.count(*best)) best = &tag;
    }
    if (best != nullptr) label = static_cast<std::uint32_t>(*best);
  }
  labels_ = base::PackedNumbers(labels);
}

std::string_view MeaningTable::fold(std::uint32_t meaning) const noexcept {
  return image_->fold(TagId{labels_[meaning - concepts_]});
}

std::string MeaningTable::id(std::uint32_t meaning) const {
  if (const auto ref = concept_of(meaning)) return (*dictionary_)[*ref].id;
  return std::string(to_string(facets_[meaning])).append(":").append(fold(meaning));
}

std::string MeaningTable::label(std::uint32_t meaning) const {
  if (meaning < concepts_) return concept_labels_[meaning];
  return image_->written(TagId{labels_[meaning - concepts_]});
}

std::size_t MeaningTable::bytes() const noexcept {
  std::size_t listed = 0;
  for (const std::vector<std::uint32_t>& meanings : by_facet_) listed += meanings.size();
  return (by_tag_.size() + tags_.size() + listed) * sizeof(std::uint32_t) +
         facets_.size() * sizeof(Facet) + tags_begin_.bytes() + labels_.bytes() + works_.bytes();
}

}  // namespace ficsearch::snapshot
