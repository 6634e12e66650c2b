// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags/record_digest.h"

#include <utility>

#include "tags/digest_bytes.h"

namespace ficsearch::tags {

template <class Digest>
void each_field(Digest& digest, ConceptSpelling& spelling) {
  digest(spelling.text);
  digest(spelling.script);
}

template <class Digest>
void each_field(Digest& digest, DistinctFrom& from) {
  digest(from.concept_id);
  digest(from.difference);
}

template <class Digest>
void each_field(Digest& digest, std::pair<std::string, std::string>& label) {
  digest(label.first);
  digest(label.second);
}

template <class Digest>
void each_field(Digest& digest, WrittenAlias& alias) {
  digest(alias.text);
  digest(alias.key);
  digest(alias.line);
}

template <class Digest>
void each_field(Digest& digest, Reference& reference) {
  digest(reference.link, Link::distinct);
  digest(reference.id);
  digest(reference.line);
}

template <class Digest>
void each_field(Digest& digest, Concept& value) {
  digest(value.id);
  digest(value.facet, Facet::status);
  digest(value.labels);
  digest(value.definition);
  digest(value.spellings);
  digest(value.readings);
  digest(value.broader);
  digest(value.advisories_always);
  digest(value.advisories_commonly);
  digest(value.perspectives);
  digest(value.media);
  digest(value.related);
  digest(value.distinct);
  digest(value.note);
}

template <class Digest>
void each_field(Digest& digest, ConceptRecord& record) {
  each_field(digest, record.value);
  digest(record.source);
  digest(record.line);
  digest(record.aliases);
  digest(record.references);
}

std::string digest_of(const ConceptRecord& record) {
  DigestWriter writer;
  ConceptRecord copy = record;  // each_field takes fields that a reader may fill
  each_field(writer, copy);
  return std::move(writer).bytes();
}

ConceptRecord read_digest(std::string_view digest) {
  DigestReader reader(digest);
  ConceptRecord record;
  each_field(reader, record);
  if (!reader.at_end()) refuse_damaged();
  return record;
}

}  // namespace ficsearch::tags
