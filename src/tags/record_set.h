// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tags/concept_record.h"
#include "tags/dictionary.h"

namespace ficsearch::tags {

inline std::size_t index_of(ConceptRef ref) noexcept {
  return static_cast<std::size_t>(ref);
}
inline ConceptRef ref_of(std::size_t index) noexcept {
  return static_cast<ConceptRef>(index);
}

// Facets whose concepts a work bears because other concepts of it call for them.
bool is_derived_facet(Facet facet) noexcept;

// The only facet that a link may lead to; nullopt if it may lead to any.
std::optional<Facet> facet_demanded(Link link) noexcept;

// All records of a dictionary, sorted by id; a ConceptRef is a place in it. Every reference leads
// to another concept of a facet that it may lead to.
class RecordSet {
 public:
  // Throws Error(`bad_dictionary`): an id given twice; a reference to nothing, to its own concept
  // or to a concept of the wrong facet.
  explicit RecordSet(std::vector<ConceptRecord> records);

  std::size_t size() const noexcept { return records_.size(); }
  const ConceptRecord& operator[](ConceptRef ref) const noexcept { return records_[index_of(ref)]; }
  const std::string& id_of(ConceptRef ref) const noexcept { return (*this)[ref].value.id; }
  Facet facet_of(ConceptRef ref) const noexcept { return (*this)[ref].value.facet; }

  // The concept of an id that a record of this set names.
  ConceptRef named(std::string_view id) const noexcept;
  // "file:line" of a line of the record.
  std::string place_of(ConceptRef ref, std::size_t line) const;
  // The line on which the record of `ref` has this link.
  std::size_t line_of(ConceptRef ref, Link link, std::string_view id) const noexcept;

  // The concepts as written, in order.
  std::vector<Concept> concepts() const;

 private:
  std::optional<ConceptRef> find(std::string_view id) const noexcept;
  void sort_by_id();
  void check(const ConceptRecord& record, const Reference& reference) const;
  void check_broader(const ConceptRecord& record, const Reference& reference,
                     const ConceptRecord& target) const;
  std::string nearest_id(const std::string& id) const;

  std::vector<ConceptRecord> records_;
};

}  // namespace ficsearch::tags
