// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/dictionary.h"

#include <algorithm>

#include "tags/dictionary_tables.h"

namespace ficsearch::tags {
namespace {

std::size_t index_of(ConceptRef ref) noexcept {
  return static_cast<std::size_t>(ref);
}

}  // namespace

Dictionary::Dictionary(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

std::span<const Concept> Dictionary::concepts() const noexcept {
  return tables_->concepts;
}

const Concept& Dictionary::operator[](ConceptRef ref) const noexcept {
  return tables_->concepts[index_of(ref)];
}

std::optional<ConceptRef> Dictionary::find(std::string_view id) const noexcept {
  const std::vector<Concept>& concepts = tables_->concepts;
  const auto found =
      std::lower_bound(concepts.begin(), concepts.end(), id,
                       [](const Concept& c, std::string_view wanted) { return c.id < wanted; });
  if (found == concepts.end() || found->id != id) return std::nullopt;
  return static_cast<ConceptRef>(found - concepts.begin());
}

std::optional<ConceptRef> Dictionary::resolve(std::string_view fold_key,
                                              std::optional<Facet> facet) const noexcept {
  const auto entry = tables_->by_key.find(fold_key);
  if (entry == tables_->by_key.end()) return std::nullopt;
  const bool any_facet = !facet || *facet == Facet::freeform;
  if (!any_facet && (*this)[entry->second].facet != *facet) return std::nullopt;
  return entry->second;
}

std::span<const std::string> Dictionary::alias_keys(ConceptRef ref) const noexcept {
  return tables_->alias_keys[index_of(ref)];
}

std::span<const ConceptRef> Dictionary::with_narrower(ConceptRef ref) const noexcept {
  return tables_->with_narrower[index_of(ref)];
}

std::span<const ConceptRef> Dictionary::with_broader(ConceptRef ref) const noexcept {
  return tables_->with_broader[index_of(ref)];
}

std::span<const ConceptRef> Dictionary::derived(ConceptRef ref) const noexcept {
  return tables_->derived[index_of(ref)];
}

std::span<const ConceptRef> Dictionary::narrower(ConceptRef ref) const noexcept {
  return tables_->narrower[index_of(ref)];
}

bool Dictionary::are_distinct(ConceptRef a, ConceptRef b) const noexcept {
  const std::vector<ConceptRef>& distinct = tables_->distinct[index_of(a)];
  return std::binary_search(distinct.begin(), distinct.end(), b);
}

std::span<const Dictionary::Alias> Dictionary::aliases() const noexcept {
  return tables_->aliases;
}

std::optional<std::string_view> Dictionary::spelling_digest(
    std::string_view written) const noexcept {
  const std::span<const SpellingDigest> digests = tables_->spelling_digests;
  const auto found = std::lower_bound(
      digests.begin(), digests.end(), written,
      [](const SpellingDigest& digest, std::string_view text) { return digest.written < text; });
  if (found == digests.end() || found->written != written) return std::nullopt;
  return found->digest;
}

const std::string& Dictionary::version() const noexcept {
  return tables_->version;
}

}  // namespace ficsearch::tags
