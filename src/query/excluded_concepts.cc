// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/excluded_concepts.h"

#include <string>

namespace ficsearch::query {

bool ExcludedConcepts::contains(tags::ConceptRef ref) const {
  if (!refs_) {
    refs_.emplace();
    for (const Entry& entry : plan_.exclude)
      for (const std::string& id : entry.concepts)
        if (const auto excluded = dictionary_.find(id); excluded && !refs_->contains(*excluded))
          for (const tags::ConceptRef narrower : dictionary_.with_narrower(*excluded))
            refs_->insert(narrower);
  }
  return refs_->contains(ref);
}

}  // namespace ficsearch::query
