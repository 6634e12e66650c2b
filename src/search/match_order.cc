// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/match_order.h"

#include <algorithm>
#include <functional>

#include "ficsearch/error.h"
#include "store/slots.h"

namespace ficsearch::search {
namespace {

bool is_relevance(const SortKey& key) {
  return !key.field;
}

}  // namespace

bool is_ranked(const std::vector<SortKey>& keys) {
  return std::any_of(keys.begin(), keys.end(), is_relevance);
}

void order_matches(Xapian::Enquire& enquire, const std::vector<SortKey>& keys,
                   std::unique_ptr<Xapian::MultiValueKeyMaker>& maker) {
  enquire.set_docid_order(Xapian::Enquire::DESCENDING);  // ties: the work added last first
  const auto relevance = std::find_if(keys.begin(), keys.end(), is_relevance);
  const bool first = relevance == keys.begin();
  if (relevance != keys.end() && !first && relevance + 1 != keys.end())
    throw Error(ErrorCode::bad_value,
                "relevance can be the first or the last sort key, not one between others");
  if (keys.size() == 1 && first) {
    enquire.set_sort_by_relevance();
    return;
  }
  const auto fields = std::count_if(keys.begin(), keys.end(), std::not_fn(is_relevance));
  if (fields == 1) {
    const auto key = std::find_if(keys.begin(), keys.end(), std::not_fn(is_relevance));
    const auto slot = static_cast<Xapian::valueno>(store::slot_of(*key->field));
    const bool greatest_first = !key->ascending;
    if (relevance == keys.end())
      enquire.set_sort_by_value(slot, greatest_first);
    else if (first)
      enquire.set_sort_by_relevance_then_value(slot, greatest_first);
    else
      enquire.set_sort_by_value_then_relevance(slot, greatest_first);
    return;
  }
  maker = std::make_unique<Xapian::MultiValueKeyMaker>();
  for (const SortKey& key : keys)
    if (key.field)
      maker->add_value(static_cast<Xapian::valueno>(store::slot_of(*key.field)), key.ascending);
  // Keys compare from the greatest down; an ascending one is added reversed.
  if (relevance == keys.end())
    enquire.set_sort_by_key(maker.get(), true);
  else if (first)
    enquire.set_sort_by_relevance_then_key(maker.get(), true);
  else
    enquire.set_sort_by_key_then_relevance(maker.get(), true);
}

}  // namespace ficsearch::search
