// SPDX-License-Identifier: GPL-3.0-or-later
//
// The shipped dictionary. Reading its TOML and folding its spellings would take 19 ms of every
// command with 700 concepts; as digests, checked when the program is built, it takes 5.5. All
// checks between concepts run here again: they are cheap, and the tables come of them.
#include "tags/builtin_records.h"
#include "tags/dictionary.h"
#include "tags/dictionary_tables.h"
#include "tags/record_digest.h"

namespace ficsearch::tags {

std::shared_ptr<const Dictionary> Dictionary::builtin() {
  static const std::shared_ptr<const Dictionary> dictionary = [] {
    std::vector<ConceptRecord> records;
    for (const std::string_view digest : builtin_records()) records.push_back(read_digest(digest));
    return std::make_shared<const Dictionary>(Dictionary(std::make_shared<const Tables>(
        build_tables(std::move(records), std::string(builtin_version())))));
  }();
  return dictionary;
}

}  // namespace ficsearch::tags
