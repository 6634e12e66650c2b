// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "tags/build_steps.h"

namespace ficsearch::tags {
namespace {

using RefLists = Dictionary::Tables::RefLists;

void sort_unique(std::vector<ConceptRef>& refs) {
  std::sort(refs.begin(), refs.end());
  refs.erase(std::unique(refs.begin(), refs.end()), refs.end());
}

std::vector<ConceptRef> refs_of(const RecordSet& records, const std::vector<std::string>& ids) {
  std::vector<ConceptRef> refs;
  for (const std::string& id : ids) refs.push_back(records.named(id));
  return refs;
}

RefLists direct_broader(const RecordSet& records) {
  RefLists broader;
  for (std::size_t i = 0; i < records.size(); ++i)
    broader.push_back(refs_of(records, records[ref_of(i)].value.broader));
  return broader;
}

RefLists inverse_of(const RefLists& lists) {
  RefLists inverse(lists.size());
  for (std::size_t i = 0; i < lists.size(); ++i)
    for (const ConceptRef ref : lists[i]) inverse[index_of(ref)].push_back(ref_of(i));
  return inverse;
}

// Whoever still waits has a broader concept that waits too, so following those comes round.
[[noreturn]] void refuse_cycle(const RecordSet& records, const RefLists& broader,
                               const std::vector<std::size_t>& waiting_for) {
  const auto waits = [&](ConceptRef ref) { return waiting_for[index_of(ref)] > 0; };
  const auto first = std::find_if(waiting_for.begin(), waiting_for.end(),
                                  [](std::size_t count) { return count > 0; });
  std::vector<ConceptRef> path;
  ConceptRef at = ref_of(static_cast<std::size_t>(first - waiting_for.begin()));
  while (std::find(path.begin(), path.end(), at) == path.end()) {
    path.push_back(at);
    const std::vector<ConceptRef>& next = broader[index_of(at)];
    at = *std::find_if(next.begin(), next.end(), waits);
  }
  path.erase(path.begin(), std::find(path.begin(), path.end(), at));
  path.push_back(at);
  std::string round = records.id_of(path[0]);
  for (std::size_t i = 1; i < path.size(); ++i) round += " -> " + records.id_of(path[i]);
  refuse(records[at].source, records.line_of(at, Link::broader, records.id_of(path[1])),
         "broader comes round in a circle: " + round, "take one of these links away");
}

// Each concept after everything that it implies, roots first.
std::vector<ConceptRef> roots_first(const RecordSet& records, const RefLists& broader,
                                    const RefLists& narrower) {
  std::vector<std::size_t> waiting_for;
  std::vector<ConceptRef> order;
  for (std::size_t i = 0; i < records.size(); ++i) {
    waiting_for.push_back(broader[i].size());
    if (broader[i].empty()) order.push_back(ref_of(i));
  }
  for (std::size_t done = 0; done < order.size(); ++done)
    for (const ConceptRef next : narrower[index_of(order[done])])
      if (--waiting_for[index_of(next)] == 0) order.push_back(next);
  if (order.size() < records.size()) refuse_cycle(records, broader, waiting_for);
  return order;
}

RefLists closure_of(const RefLists& broader, const std::vector<ConceptRef>& roots_first_order) {
  RefLists closure(broader.size());
  for (const ConceptRef ref : roots_first_order) {
    std::vector<ConceptRef>& implied = closure[index_of(ref)];
    implied.push_back(ref);
    for (const ConceptRef direct : broader[index_of(ref)]) {
      const std::vector<ConceptRef>& further = closure[index_of(direct)];
      implied.insert(implied.end(), further.begin(), further.end());
    }
    sort_unique(implied);
  }
  return closure;
}

// What bearing each concept calls for, by its own record.
RefLists called_for(const RecordSet& records) {
  RefLists lists(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Concept& value = records[ref_of(i)].value;
    for (const std::vector<std::string>* ids :
         {&value.advisories_always, &value.advisories_commonly, &value.perspectives, &value.media})
      for (const std::string& id : *ids) lists[i].push_back(records.named(id));
  }
  return lists;
}

// Follows broader and called-for links to the end, since a medium may call for an advisory in turn.
std::vector<ConceptRef> derived_from(ConceptRef ref, const RecordSet& records,
                                     const RefLists& with_broader, const RefLists& called) {
  std::set<ConceptRef> reached{ref};
  std::vector<ConceptRef> open{ref};
  while (!open.empty()) {
    const std::size_t at = index_of(open.back());
    open.pop_back();
    for (const RefLists* links : {&with_broader, &called})
      for (const ConceptRef next : (*links)[at])
        if (reached.insert(next).second) open.push_back(next);
  }
  std::vector<ConceptRef> derived;
  for (const ConceptRef each : reached)
    if (is_derived_facet(records.facet_of(each))) derived.push_back(each);
  return derived;
}

}  // namespace

void close_implications(const RecordSet& records, Dictionary::Tables& tables) {
  const RefLists broader = direct_broader(records);
  tables.narrower = inverse_of(broader);
  tables.with_broader = closure_of(broader, roots_first(records, broader, tables.narrower));

  const RefLists called = called_for(records);
  for (std::size_t i = 0; i < records.size(); ++i)
    tables.derived.push_back(derived_from(ref_of(i), records, tables.with_broader, called));

  // A concept of a derived facet is derived from itself, so derived holds all that is below it.
  const RefLists below_by_broader = inverse_of(tables.with_broader);
  const RefLists below_by_derivation = inverse_of(tables.derived);
  for (std::size_t i = 0; i < records.size(); ++i)
    tables.with_narrower.push_back(is_derived_facet(records.facet_of(ref_of(i)))
                                       ? below_by_derivation[i]
                                       : below_by_broader[i]);
}

}  // namespace ficsearch::tags
