// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "tags/build_steps.h"

namespace ficsearch::tags {
namespace {

struct Difference {
  std::string text;
  std::string place;
};
using DistinctPairs = std::map<std::pair<ConceptRef, ConceptRef>, Difference>;

void check_unimplied(const RecordSet& records, const Dictionary::Tables& tables, ConceptRef a,
                     ConceptRef b) {
  const auto implies = [&](ConceptRef narrow, ConceptRef broad) {
    const std::vector<ConceptRef>& implied = tables.with_broader[index_of(narrow)];
    return std::binary_search(implied.begin(), implied.end(), broad);
  };
  if (!implies(a, b) && !implies(b, a)) return;
  const std::string& narrow = records.id_of(implies(a, b) ? a : b);
  const std::string& broad = records.id_of(implies(a, b) ? b : a);
  refuse(records[a].source, records.line_of(a, Link::distinct, records.id_of(b)),
         narrow + " implies " + broad + " through broader, so the two cannot be distinct",
         "take the distinct pair away, or the broader link between them");
}

DistinctPairs written_pairs(const RecordSet& records, const Dictionary::Tables& tables) {
  DistinctPairs pairs;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const ConceptRef ref = ref_of(i);
    for (const DistinctFrom& from : records[ref].value.distinct) {
      const ConceptRef other = records.named(from.concept_id);
      const std::size_t line = records.line_of(ref, Link::distinct, from.concept_id);
      check_unimplied(records, tables, ref, other);
      const auto [pair, is_new] = pairs.try_emplace(
          std::minmax({ref, other}), Difference{from.difference, records.place_of(ref, line)});
      if (!is_new && pair->second.text != from.difference)
        refuse(records[ref].source, line,
               records.id_of(ref) + " and " + from.concept_id +
                   " are told apart by two sentences, the other at " + pair->second.place,
               "write the difference once, on either side");
    }
  }
  return pairs;
}

}  // namespace

void pair_distinct(const RecordSet& records, Dictionary::Tables& tables) {
  const DistinctPairs pairs = written_pairs(records, tables);
  tables.distinct.resize(records.size());
  for (Concept& each : tables.concepts) each.distinct.clear();
  // Pairs come sorted, and a partner before a concept precedes those behind it: lists are sorted.
  const auto list = [&](ConceptRef from, ConceptRef other, const std::string& difference) {
    tables.distinct[index_of(from)].push_back(other);
    tables.concepts[index_of(from)].distinct.push_back({records.id_of(other), difference});
  };
  for (const auto& [pair, difference] : pairs) list(pair.second, pair.first, difference.text);
  for (const auto& [pair, difference] : pairs) list(pair.first, pair.second, difference.text);
}

}  // namespace ficsearch::tags
