// SPDX-License-Identifier: GPL-3.0-or-later
// From checked records to the tables of a dictionary. Each step relies on those before it.
#include "tags/build_steps.h"
#include "tags/dictionary_tables.h"
#include "tags/record_set.h"

namespace ficsearch::tags {

Dictionary::Tables build_tables(std::vector<ConceptRecord> unlinked, std::string version) {
  const RecordSet records(std::move(unlinked));
  Dictionary::Tables tables;
  tables.version = std::move(version);
  claim_aliases(records, tables);
  close_implications(records, tables);
  tables.concepts = records.concepts();
  pair_distinct(records, tables);
  return tables;
}

}  // namespace ficsearch::tags
