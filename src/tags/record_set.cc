// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/record_set.h"

#include <algorithm>
#include <cassert>

#include "ficsearch/text.h"

namespace ficsearch::tags {
namespace {

std::string name_of(Facet facet) {
  return std::string(ficsearch::to_string(facet));
}

}  // namespace

bool is_derived_facet(Facet facet) noexcept {
  return facet == Facet::advisory || facet == Facet::perspective || facet == Facet::medium;
}

std::optional<Facet> facet_demanded(Link link) noexcept {
  switch (link) {
    case Link::advisory:
      return Facet::advisory;
    case Link::perspective:
      return Facet::perspective;
    case Link::medium:
      return Facet::medium;
    case Link::broader:
    case Link::related:
    case Link::distinct:
      return std::nullopt;
  }
  return std::nullopt;
}

RecordSet::RecordSet(std::vector<ConceptRecord> records) : records_(std::move(records)) {
  sort_by_id();
  for (const ConceptRecord& record : records_)
    for (const Reference& reference : record.references) check(record, reference);
}

ConceptRef RecordSet::named(std::string_view id) const noexcept {
  const std::optional<ConceptRef> ref = find(id);
  assert(ref);  // The constructor has followed every reference.
  return *ref;
}

std::string RecordSet::place_of(ConceptRef ref, std::size_t line) const {
  return (*this)[ref].source + ":" + std::to_string(line);
}

std::size_t RecordSet::line_of(ConceptRef ref, Link link, std::string_view id) const noexcept {
  for (const Reference& reference : (*this)[ref].references)
    if (reference.link == link && reference.id == id) return reference.line;
  return (*this)[ref].line;
}

std::vector<Concept> RecordSet::concepts() const {
  std::vector<Concept> concepts;
  concepts.reserve(records_.size());
  for (const ConceptRecord& record : records_) concepts.push_back(record.value);
  return concepts;
}

std::optional<ConceptRef> RecordSet::find(std::string_view id) const noexcept {
  const auto record = std::lower_bound(
      records_.begin(), records_.end(), id,
      [](const ConceptRecord& r, std::string_view wanted) { return r.value.id < wanted; });
  if (record == records_.end() || record->value.id != id) return std::nullopt;
  return ref_of(static_cast<std::size_t>(record - records_.begin()));
}

void RecordSet::sort_by_id() {
  std::stable_sort(
      records_.begin(), records_.end(),
      [](const ConceptRecord& a, const ConceptRecord& b) { return a.value.id < b.value.id; });
  for (std::size_t i = 1; i < records_.size(); ++i)
    if (records_[i].value.id == records_[i - 1].value.id)
      refuse(records_[i].source, records_[i].line,
             "the id " + in_quotes(records_[i].value.id) + " is given twice, first at " +
                 place_of(ref_of(i - 1), records_[i - 1].line),
             "give each concept an id of its own, or join the two records");
}

void RecordSet::check(const ConceptRecord& record, const Reference& reference) const {
  const std::string& id = record.value.id;
  const std::string key(to_string(reference.link));
  const std::optional<ConceptRef> target = find(reference.id);
  if (!target)
    refuse(record.source, reference.line,
           "no concept has the id " + in_quotes(reference.id) + ", which " + id + " names under " +
               key,
           nearest_id(reference.id));
  if (reference.id == id)
    refuse(record.source, reference.line, id + " names itself under " + key, "leave it out");
  const std::optional<Facet> demanded = facet_demanded(reference.link);
  if (demanded && facet_of(*target) != *demanded)
    refuse(record.source, reference.line,
           id + " names " + reference.id + " under " + key + ", and its facet is " +
               name_of(facet_of(*target)),
           key + " lists concepts of the facet " + name_of(*demanded));
  if (reference.link == Link::broader) check_broader(record, reference, (*this)[*target]);
}

// A trope is no advisory: it calls for one. Were it below one, "always due" could not be told from
// "is one".
void RecordSet::check_broader(const ConceptRecord& record, const Reference& reference,
                              const ConceptRecord& target) const {
  const Facet narrow = record.value.facet;
  const Facet broad = target.value.facet;
  if (narrow == broad || (!is_derived_facet(narrow) && !is_derived_facet(broad))) return;
  refuse(record.source, reference.line,
         record.value.id + " of the facet " + name_of(narrow) + " names " + reference.id +
             " of the facet " + name_of(broad) + " as broader",
         "use advisories, perspectives, media or related");
}

std::string RecordSet::nearest_id(const std::string& id) const {
  std::vector<std::string> ids;
  for (const ConceptRecord& record : records_) ids.push_back(record.value.id);
  const std::vector<std::string> nearest = nearest_names(id, ids, 1);
  return nearest.empty() ? "write its record, or leave it out"
                         : "did you mean " + in_quotes(nearest[0]) + "?";
}

}  // namespace ficsearch::tags
