// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/packed_numbers.h"
#include "ficsearch/facet.h"
#include "snapshot/posting_lists.h"
#include "store/registry.h"
#include "store/registry_image.h"
#include "tags/dictionary.h"

namespace ficsearch::snapshot {

// What every written form of an index means under one dictionary: meanings are numbered from 0, the
// concepts of the dictionary first, in its order, and then the spellings that only the archive
// knows. Immutable; any number of threads may read.
class MeaningTable {
 public:
  // `postings` say which written form of a spelling is its label.
  MeaningTable(std::shared_ptr<const tags::Dictionary> dictionary, const store::TagJoinTable& joins,
               std::shared_ptr<const store::RegistryImage> image, const PostingLists& postings);

  std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(facets_.size()); }
  std::uint32_t of(store::TagId tag) const noexcept {
    return by_tag_[static_cast<std::size_t>(tag)] & ~kShared;
  }
  // Begins to fetch that.
  void fetch(store::TagId tag) const noexcept {
    __builtin_prefetch(&by_tag_[static_cast<std::size_t>(tag)]);
  }
  // Whether another written form means the same: a work may bear both.
  bool is_shared(store::TagId tag) const noexcept {
    return (by_tag_[static_cast<std::size_t>(tag)] & kShared) != 0;
  }
  // The written forms that mean it, by number.
  std::span<const store::TagId> tags_of(std::uint32_t meaning) const noexcept {
    return {tags_.data() + tags_begin_[meaning], tags_.data() + tags_begin_[meaning + 1]};
  }

  Facet facet(std::uint32_t meaning) const noexcept { return facets_[meaning]; }
  std::optional<tags::ConceptRef> concept_of(std::uint32_t meaning) const noexcept {
    return meaning < concepts_ ? std::optional(static_cast<tags::ConceptRef>(meaning))
                               : std::nullopt;
  }
  std::uint32_t of_concept(tags::ConceptRef ref) const noexcept {
    return static_cast<std::uint32_t>(ref);
  }
  // The id of the concept, or "facet:folded key" of a spelling.
  std::string id(std::uint32_t meaning) const;
  // Of a spelling: the folded key.
  std::string_view fold(std::uint32_t meaning) const noexcept;
  // The concept's label, or the most used written form of a spelling.
  std::string label(std::uint32_t meaning) const;
  // An upper bound of the works that bear it: exact unless it has several written forms.
  std::uint32_t works_at_most(std::uint32_t meaning) const noexcept { return works_[meaning]; }
  // The meanings of a facet that works bear, the most borne first; of equals by number.
  const std::vector<std::uint32_t>& of_facet(Facet facet) const noexcept {
    return by_facet_[static_cast<std::size_t>(facet)];
  }

  const tags::Dictionary& dictionary() const noexcept { return *dictionary_; }
  std::size_t bytes() const noexcept;

 private:
  static constexpr std::uint32_t kShared = std::uint32_t{1} << 31;

  // Gives, of spellings, a written form with their folded key.
  std::vector<std::uint32_t> number_tags(const store::TagJoinTable& joins);
  void collect_tags(const PostingLists& postings);
  // Needs the works of each meaning.
  void list_by_facet(const std::vector<std::uint32_t>& works);
  void choose_labels(const PostingLists& postings, std::vector<std::uint32_t> labels);

  std::shared_ptr<const tags::Dictionary> dictionary_;
  std::shared_ptr<const store::RegistryImage> image_;
  std::uint32_t concepts_ = 0;         // of the dictionary
  std::vector<std::uint32_t> by_tag_;  // by TagId; with kShared
  std::vector<std::string> concept_labels_;
  std::vector<Facet> facets_;       // by meaning
  base::PackedNumbers labels_;      // of spellings: the written form that is shown
  base::PackedNumbers tags_begin_;  // by meaning
  std::vector<store::TagId> tags_;
  base::PackedNumbers works_;  // by meaning
  std::vector<std::vector<std::uint32_t>> by_facet_;
};

}  // namespace ficsearch::snapshot
