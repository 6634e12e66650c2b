// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/shown_work.h"

#include <xapian.h>

#include "search/exclude_list.h"
#include "search/exclusion_gate.h"
#include "search/plain_query.h"
#include "search/tag_selection.h"
#include "store/terms.h"
#include "store/xapian_guard.h"

namespace ficsearch::search {

bool is_shown(const Work& work, const query::Plan& plan, const SearchRequest& request,
              const PlainSources& sources) {
  const store::Reader& reader = sources.reader;
  return store::guarded(reader.directory(), [&] {
    const TagSelector selector(sources.mentions.dictionary(), reader.registry());
    PlainQuery lowered(reader, selector, sources.mentions, sources.tokenizer, sources.deadline,
                       request);
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER,
                                    Xapian::Query(store::terms::of_work(work.id)),
                                    lowered.whole(plan, {})));
    if (enquire.get_mset(0, 1).empty()) return false;
    ExclusionGate gate(plan, tags_of_excludes(plan, selector), request.part_scope, selector,
                       ExclusionGate::Trust::nothing, sources.withheld);
    if (gate.is_needed()) gate.check(work);
    return true;
  });
}

}  // namespace ficsearch::search
